package org.diogel.trust;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Fills every field of a form: secrets of the kind it asks for into what is typed, the given answer
/// or the first one into what is chosen.
final class Filling {

    /// Answers that let a report go on its way.
    private static final Map<String, String> CHOSEN =
            Map.ofEntries(
                    Map.entry("child", "no"),
                    Map.entry("life", "no"),
                    Map.entry("now.danger", "no"),
                    Map.entry("who.for", "myself"),
                    Map.entry("who.adult", "yes"),
                    Map.entry("when.sure", "exact"),
                    Map.entry("where.region", "SOUTH_WALES"),
                    Map.entry("them.relation", "website"),
                    Map.entry("them.force", "unknown"),
                    Map.entry("them.here", "no"),
                    Map.entry("sharing", "members"),
                    Map.entry("contact.may", "yes"),
                    Map.entry("audience", "all"),
                    Map.entry("days", "30"),
                    Map.entry("review", "14"),
                    Map.entry("regions", "SOUTH_WALES"));

    private final Canaries canaries;

    /// Fields that were filled, by name.
    final Set<String> filled = new TreeSet<>();

    Filling(Canaries canaries) {
        this.canaries = canaries;
    }

    Map<String, List<String>> fill(Answer page, String form) {
        Map<String, List<String>> fields = new LinkedHashMap<>(page.fields(form));
        for (Element field : page.page().select(form + " [name]")) {
            String name = field.attr("name");
            String type = field.tagName().equals("input") ? field.attr("type") : field.tagName();
            switch (type) {
                case "radio", "checkbox" -> {
                    String wanted = CHOSEN.getOrDefault(name, field.attr("value"));
                    if (wanted.equals(field.attr("value")) || !fields.containsKey(name)) {
                        fields.put(name, List.of(field.attr("value")));
                    }
                }
                case "text", "email", "tel", "password", "textarea", "" ->
                        fields.put(name, List.of(typed(name, field)));
                default -> {
                    // Hidden fields and buttons stay as they are.
                }
            }
        }
        filled.addAll(fields.keySet());
        return fields;
    }

    private String typed(String field, Element element) {
        String name = field.toLowerCase(Locale.ROOT);
        if (name.endsWith("day")) {
            return "12";
        }
        if (name.endsWith("month")) {
            return "3";
        }
        if (name.endsWith("year")) {
            return "2026";
        }
        if (name.contains("phone")) {
            return canaries.phone() + "\n" + canaries.phone();
        }
        if (name.contains("email") || name.contains("detail")) {
            return canaries.email();
        }
        if (name.contains("vehicle")) {
            return canaries.vehicle();
        }
        if (name.contains("name")) {
            return canaries.name();
        }
        if (name.contains("second") || name.contains("password")) {
            return canaries.secret();
        }
        if (name.contains("secret") || name.contains("more") && !element.tagName().equals("textarea")) {
            return canaries.secret();
        }
        return canaries.narrative();
    }
}
