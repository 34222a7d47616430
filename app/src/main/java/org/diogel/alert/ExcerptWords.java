package org.diogel.alert;

import java.util.Optional;
import java.util.stream.Collectors;
import org.diogel.report.Excerpt;
import org.diogel.web.Page;

/// What she agreed to share, in words, beside the warning.
public final class ExcerptWords {

    private ExcerptWords() {}

    public static String label(Page page, Excerpt.Shown line) {
        return switch (line.field()) {
            case "what.severity" -> page.t("alert.field.severity");
            case "where.region" -> page.t("alert.field.regions");
            default ->
                    field(line)
                            .map(f -> page.t("alert.field." + f.name()))
                            .orElse(page.t("alert.field.other"));
        };
    }

    public static String text(Page page, Excerpt.Shown line) {
        return line.values().stream()
                .map(value -> word(page, line, value))
                .collect(Collectors.joining("\n"));
    }

    private static String word(Page page, Excerpt.Shown line, String value) {
        String key =
                switch (line.field()) {
                    case "what.severity" -> "alert.severity." + value;
                    case "where.region" -> "alert.region." + value;
                    default -> field(line).map(f -> "alert.option." + f.name() + "." + value).orElse("");
                };
        if (line.field().equals("when.date")) {
            return Months.text(page, value);
        }
        return page.texts().has(key) ? page.t(key) : value;
    }

    private static Optional<WarningField> field(Excerpt.Shown line) {
        return WarningFields.all().stream().filter(f -> f.from().equals(line.field())).findFirst();
    }
}
