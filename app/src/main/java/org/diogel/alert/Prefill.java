package org.diogel.alert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diogel.kernel.Lang;
import org.diogel.kernel.SafeText;
import org.diogel.report.Excerpt;

/// Begins a warning from what she agreed to share, and from nothing else.
final class Prefill {

    private static final int LAST_DIGITS = 4;

    private Prefill() {}

    /// @param lang the language she told it in: her words are put under that one only, and under none
    ///     where members do not read it
    /// @param fullNumbers whether this partnership shows telephone numbers whole
    static Warning of(Excerpt excerpt, Lang lang, boolean fullNumbers) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("severity", shown(excerpt, "what.severity"));
        values.put("regions", shown(excerpt, "where.region"));
        if (!excerpt.power()) {
            values.put("audience", List.of(Warning.ALL));
        }
        for (WarningField field : WarningFields.all()) {
            if (!field.spoken() || lang.isWhole()) {
                values.put(
                        Warning.key(field, lang),
                        fit(field, shown(excerpt, field.from()), fullNumbers));
            }
        }
        return new Warning(values);
    }

    /// Fields that stay shut because what they would say is held back, whether or not she answered:
    /// what she left out there may stand in her own account.
    static Set<String> shut(Excerpt excerpt) {
        return WarningFields.all().stream()
                .filter(field -> excerpt.closed().contains(field.from()))
                .map(WarningField::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> shown(Excerpt excerpt, String from) {
        return excerpt.find(from).map(Excerpt.Shown::values).orElse(List.of());
    }

    private static List<String> fit(WarningField field, List<String> told, boolean fullNumbers) {
        if (field.hasOptions()) {
            return told.stream().filter(field.options()::contains).toList();
        }
        if (told.isEmpty()) {
            return told;
        }
        String text = String.join("\n", told);
        String fitting =
                switch (field.name()) {
                    // Which word of it is the name, a person has to say.
                    case "names" -> SafeText.length(text) <= field.longest() ? text : "";
                    case "phone" -> lines(text, line -> number(line, fullNumbers));
                    case "email" -> lines(text, line -> fullNumbers ? line : mailbox(line));
                    case "vehicle" -> lines(text, Prefill::plate);
                    default -> text;
                };
        return List.of(cut(fitting, field.longest()));
    }

    private static String lines(String text, java.util.function.UnaryOperator<String> each) {
        List<String> lines = new ArrayList<>();
        text.lines().map(String::strip).filter(l -> !l.isEmpty()).map(each).forEach(lines::add);
        return String.join("\n", lines);
    }

    private static String number(String line, boolean whole) {
        String digits = line.replaceAll("\\D", "");
        return whole || digits.length() <= LAST_DIGITS
                ? line
                : "…" + digits.substring(digits.length() - LAST_DIGITS);
    }

    private static String mailbox(String line) {
        int at = line.indexOf('@');
        return at < 0 ? cut(line, 3) + "…" : cut(line.substring(0, at), 2) + "…" + line.substring(at);
    }

    /// The first four characters: enough to be careful, too little to go looking for somebody.
    private static String plate(String line) {
        String bare = line.replaceAll("\\s", "");
        return bare.length() <= 4 ? bare : bare.substring(0, 4) + "…";
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)).strip();
    }
}
