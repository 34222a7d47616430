package org.diogel.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.diogel.kernel.Lang;
import org.diogel.web.Page;

/// A warning's words as lines of a page. Structured answers read in the page's language; other words
/// in it where they were written in it, else in the other, and said to be.
///
/// @param lang of the words
/// @param borrowed whether they were not written in the page's language
public record Said(String label, List<String> words, Lang lang, boolean borrowed) {

    public static List<Said> of(Warning warning, Page page) {
        List<Said> lines = new ArrayList<>();
        for (WarningField field : WarningFields.all()) {
            Lang lang = lang(warning, field, page.lang());
            List<String> values = warning.list(Warning.key(field, lang));
            if (!values.isEmpty()) {
                lines.add(
                        new Said(
                                page.t("alert.field." + field.name()),
                                words(field, values, page),
                                lang,
                                field.spoken() && !lang.equals(page.lang())));
            }
        }
        return lines;
    }

    /// As whoever answers for it has to read it: other words in every language they are written in.
    public static List<Said> inEveryLanguage(Warning warning, Page page) {
        List<Said> lines = new ArrayList<>();
        for (WarningField field : WarningFields.all()) {
            List<Lang> langs = field.spoken() ? Lang.whole() : List.of(page.lang());
            for (Lang lang : langs) {
                List<String> values = warning.list(Warning.key(field, lang));
                if (!values.isEmpty()) {
                    String label = page.t("alert.field." + field.name());
                    lines.add(
                            new Said(
                                    field.spoken() ? label + " (" + lang.ownName() + ")" : label,
                                    words(field, values, page),
                                    lang,
                                    false));
                }
            }
        }
        return lines;
    }

    private static Lang lang(Warning warning, WarningField field, Lang wanted) {
        if (!field.spoken() || warning.has(Warning.key(field, wanted))) {
            return wanted;
        }
        return Lang.whole().stream()
                .filter(l -> warning.has(Warning.key(field, l)))
                .findFirst()
                .orElse(wanted);
    }

    private static List<String> words(WarningField field, List<String> values, Page page) {
        return switch (field.kind()) {
            case ONE, MANY, TOLD ->
                    values.stream()
                            .map(v -> WarningWords.value(page.texts(), field, v))
                            .toList();
            default -> values.stream().flatMap(String::lines).collect(Collectors.toList());
        };
    }
}
