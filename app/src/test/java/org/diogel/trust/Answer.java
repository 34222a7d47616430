package org.diogel.trust;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What came back over HTTP.
///
/// @param headers names in small letters, each with its values in order
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
    }

    public List<String> all(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /// Where it leads, without scheme and host.
    public String location() {
        return header("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    public Document page() {
        return Jsoup.parse(text());
    }

    /// The fields of the page's own form as a browser would send them untouched, without its buttons.
    public Map<String, List<String>> fields() {
        return fields("form#form");
    }

    public Map<String, List<String>> fields(String form) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Element found = page().selectFirst(form);
        if (found == null) {
            throw new AssertionError("No " + form + " on the page answered with " + status);
        }
        for (Element field : found.select("[name]")) {
            for (String value : sent(field)) {
                fields.merge(
                        field.attr("name"),
                        List.of(value),
                        (a, b) -> java.util.stream.Stream.of(a, b).flatMap(List::stream).toList());
            }
        }
        return fields;
    }

    private static List<String> sent(Element field) {
        return switch (field.tagName()) {
            case "textarea" -> List.of(field.wholeText());
            case "select" -> {
                List<String> chosen =
                        field.select("option[selected]").stream().map(o -> o.attr("value")).toList();
                Element first = field.selectFirst("option");
                yield !chosen.isEmpty() || first == null ? chosen : List.of(first.attr("value"));
            }
            case "input" ->
                    switch (field.attr("type")) {
                        case "checkbox", "radio" ->
                                field.hasAttr("checked") ? List.of(field.attr("value")) : List.of();
                        case "submit", "image", "button" -> List.of();
                        default -> List.of(field.attr("value"));
                    };
            default -> List.of();
        };
    }

    @Override
    public String toString() {
        return "Answer[" + status + ", " + headers + "]";
    }
}
