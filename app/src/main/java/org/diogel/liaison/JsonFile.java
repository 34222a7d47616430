package org.diogel.liaison;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diogel.web.Texts;
import tools.jackson.databind.json.JsonMapper;

/// A package as data. Names of fields are fixed and told in `docs/guides/packages.md`; a change of
/// their meaning changes the version.
final class JsonFile {

    static final String FORMAT = "diogel-package";
    static final int VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonFile() {}

    private static List<Map<String, Object>> files(Said said, List<Letter.File> files) {
        List<Map<String, Object>> all = new java.util.ArrayList<>();
        List<Said.Line> words = said.files(files);
        for (int i = 0; i < files.size(); i++) {
            Letter.File one = files.get(i);
            Map<String, Object> named = new LinkedHashMap<>();
            named.put("name", words.get(i).question());
            named.put("kind", one.key().substring(one.key().lastIndexOf('.') + 1));
            named.put("size", one.size());
            named.put("words", one.words());
            named.put("sha256", one.digest());
            named.put("text", words.get(i).value());
            all.add(named);
        }
        return all;
    }

    private static List<Map<String, Object>> answers(Said said, List<Letter.Line> lines) {
        List<Said.Line> words = said.lines(lines);
        List<Map<String, Object>> answers = new java.util.ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("field", words.get(i).field());
            answer.put("question", words.get(i).question());
            answer.put("values", lines.get(i).values());
            answer.put("text", words.get(i).value());
            answers.add(answer);
        }
        return answers;
    }

    private static List<Map<String, Object>> added(Said said, List<Inbox.Added> added) {
        List<Map<String, Object>> all = new java.util.ArrayList<>();
        for (Inbox.Added one : added) {
            Map<String, Object> what = new LinkedHashMap<>();
            what.put("reference", one.row().reference());
            what.put("passed", one.row().passedAt().toString());
            what.put("answers", answers(said, one.letter().lines()));
            all.add(what);
        }
        return all;
    }

    static byte[] of(Texts texts, Inbox.Reading reading) {
        PackageRow row = reading.row();
        Said said = new Said(texts);
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("format", FORMAT);
        file.put("version", VERSION);
        file.put("reference", row.reference());
        file.put("language", texts.lang().tag());
        file.put("recipient", row.recipient());
        file.put("kind", row.isFull() ? "full" : "anonymous");
        file.put("passed", row.passedAt().toString());
        file.put("hateCrime", row.hate());
        file.put("answers", answers(said, reading.letter().lines()));
        file.put("files", files(said, reading.letter().files()));
        file.put("added", added(said, reading.added()));
        file.put("conditions", said.conditions(row));
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(file)
                .getBytes(StandardCharsets.UTF_8);
    }
}
