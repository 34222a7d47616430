package org.diogel.trust;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Walks through everything somebody may see and remembers every request a browser would make there:
/// the pages links lead to, and each form as it stands.
final class Recorder {

    /// Leads away or ends the visit.
    private static final Pattern NOT_WALKED = Pattern.compile("/(leave|assets|health).*|//.*");

    /// Shows by POST what is sealed; sent on the walk, too.
    private static final Pattern OPENS =
            Pattern.compile("/queue/[^/]+/original|/inbox/[^/]+(/json|/draft)?|/duties/[^/]+|/passing/[^/]+/paper");

    /// One request as it was made.
    ///
    /// @param fields without the token; empty for a page
    record Sent(String method, String path, Map<String, List<String>> fields) {}

    final Set<Sent> sent = new LinkedHashSet<>();

    void walk(Visitor visitor, String from) throws IOException {
        Set<String> been = new LinkedHashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(from));
        while (!ahead.isEmpty()) {
            String path = ahead.remove();
            if (NOT_WALKED.matcher(path).matches() || !been.add(path)) {
                continue;
            }
            sent.add(new Sent("GET", path, Map.of()));
            Answer page = visitor.follow(visitor.get(path));
            page.page()
                    .select("a[href^=/]")
                    .forEach(link -> ahead.add(link.attr("href").replaceFirst("#.*", "")));
            for (Element form : page.page().select("form[method=post]")) {
                Sent one = form(form, path);
                sent.add(one);
                if (OPENS.matcher(one.path).matches() && been.add("POST " + one.path)) {
                    Map<String, List<String>> fields = new LinkedHashMap<>(one.fields);
                    fields.put("_csrf", List.of(form.select("[name=_csrf]").attr("value")));
                    Answer opened = visitor.follow(visitor.post(one.path, fields));
                    opened.page().select("form[method=post]").forEach(more -> sent.add(form(more, one.path)));
                }
            }
        }
    }

    /// As a browser would send it: what stands there, one of each choice, and words where words belong.
    private static Sent form(Element form, String at) {
        Map<String, List<String>> fields = new TreeMap<>();
        for (Element field : form.select("[name]")) {
            String name = field.attr("name");
            String type = field.tagName().equals("input") ? field.attr("type") : field.tagName();
            switch (type) {
                case "submit", "image", "file" -> {}
                case "button" -> {
                    if (field.hasAttr("value") && !name.equals("lang")) {
                        fields.putIfAbsent(name, List.of(field.attr("value")));
                    }
                }
                case "radio", "checkbox" -> fields.putIfAbsent(name, List.of(field.attr("value")));
                case "select" -> {
                    Element last = field.select("option").last();
                    fields.put(name, List.of(last == null ? "" : last.attr("value")));
                }
                case "hidden" -> {
                    List<String> all = new ArrayList<>(fields.getOrDefault(name, List.of()));
                    all.add(field.attr("value"));
                    fields.put(name, all);
                }
                default -> fields.put(name, List.of("made-up words of a swap"));
            }
        }
        fields.remove("_csrf");
        String action = form.attr("action").isEmpty() ? at : form.attr("action");
        return new Sent("POST", action, fields);
    }
}
