package org.diogel.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diogel.database.TestDatabase;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;

/// Somebody who tells with pictures and files, over HTTP.
final class HerVisit implements AutoCloseable {

    static final String SECOND = "three made-up words";
    private static final String NAME = "CANARY-NAME Mrs Somebody at home.jpg";

    final Visitor browser;

    HerVisit(int port) throws IOException {
        browser = new Visitor(port);
        browser.headers.put("Accept-Language", "en");
        Answer start = browser.get("/");
        assertThat(browser.post("/tell", start.fields("form[action=/tell]")).status()).isEqualTo(303);
    }

    /// @param list `/tell/files` or `/receipt/files`
    Answer upload(String list, Map<String, String> typed, byte[] file) throws IOException {
        Map<String, List<String>> fields =
                new LinkedHashMap<>(browser.get(list + "/add").fields());
        fields.put("child", List.of("no"));
        fields.put("intimate", List.of("no"));
        typed.forEach((field, value) -> fields.put(field, List.of(value)));
        return browser.upload(list + "/add", fields, NAME, file);
    }

    /// @return the id of the report
    String send(String... sharing) throws IOException {
        Map<String, List<String>> words = browser.get("/tell/words").fields();
        words.put("words", List.of("What happened"));
        browser.post("/tell/words", words);
        Map<String, List<String>> check = browser.get("/tell/check").fields();
        check.put("child", List.of("no"));
        check.put("life", List.of("no"));
        check.put("second", List.of(SECOND));
        check.put("sharing", List.of(sharing));
        assertThat(browser.post("/tell/check", check).location()).isEqualTo("/receipt");
        return one("SELECT id FROM report.report WHERE sent_at IS NOT NULL ORDER BY sent_at DESC LIMIT 1");
    }

    void prove() throws IOException {
        post("/receipt/second", Map.of("second", List.of(SECOND)));
    }

    /// Sends the form of a page as it stands, with these fields besides.
    Answer post(String path, Map<String, List<String>> more) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>(browser.get(path).fields());
        fields.putAll(more);
        return browser.post(path.replaceFirst("[?].*", ""), fields);
    }

    static String one(String sql, Object... parameters) {
        try (var connection = TestDatabase.superuser();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var row = statement.executeQuery()) {
                return row.next() ? String.valueOf(row.getObject(1)) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}
