package org.diogel.alert;

import java.util.List;
import org.diogel.kernel.Region;
import org.diogel.report.Severity;
import org.diogel.report.Wording;
import org.diogel.web.Texts;

/// Structured answers of a warning in words: as the report words them, unless it lets whoever told
/// speak of herself.
public final class WarningWords {

    private WarningWords() {}

    public static String severity(Texts texts, Severity severity) {
        return told(texts, "what.severity", severity.name());
    }

    public static String region(Texts texts, Region region) {
        return told(texts, "where.region", region.name());
    }

    /// One value of a field of [WarningFields], by its name.
    public static String option(Texts texts, String field, String value) {
        return value(texts, WarningFields.get(field), value);
    }

    /// One option of a field, or a month.
    static String value(Texts texts, WarningField field, String value) {
        String own = "alert.option." + field.name() + "." + value;
        return texts.has(own) ? texts.t(own) : told(texts, field.from(), value);
    }

    private static String told(Texts texts, String field, String value) {
        return new Wording(texts).value(field, List.of(value));
    }
}
