package org.diogel.subjectaccess;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diogel.report.Questions;
import org.diogel.report.Wording;
import org.diogel.web.Texts;
import org.jspecify.annotations.Nullable;

/// Pieces in words, in one language: fields, options, times and agencies by their names.
public final class Naming {

    private static final String FORM = "form.";

    private final Texts texts;
    private final Wording wording;
    private final Map<String, String> agencies;

    /// @param agencies names by ids
    public Naming(Texts texts, Map<String, String> agencies) {
        this.texts = texts;
        this.wording = new Wording(texts);
        this.agencies = Map.copyOf(agencies);
    }

    public String source(String table) {
        return texts.t("subjectaccess.source." + table);
    }

    public String whose(String whose) {
        return texts.t("subjectaccess.whose." + whose);
    }

    public String field(String field) {
        if (field.startsWith(FORM)) {
            return wording.question(field.substring(FORM.length()));
        }
        return texts.t("subjectaccess.field." + field);
    }

    public String value(String field, String value) {
        String agency = agencies.get(value);
        if (agency != null) {
            return agency;
        }
        if (field.startsWith(FORM)) {
            String name = field.substring(FORM.length());
            return Questions.find(name)
                    .map(question -> wording.value(name, List.of(value)))
                    .orElse(value);
        }
        if (field.equals("recipient") && texts.has("report.recipient." + value)) {
            return texts.t("report.recipient." + value);
        }
        String known = "subjectaccess.value." + value.toLowerCase(Locale.ROOT);
        return texts.has(known) ? texts.t(known) : time(value);
    }

    /// A time or a day in words; anything else as it is.
    public String time(@Nullable String value) {
        if (value == null || !value.matches("\\d{4}-\\d{2}.*")) {
            return value == null ? "" : value;
        }
        try {
            return switch (value.length()) {
                case 7 -> YearMonth.parse(value).toString();
                case 10 -> texts.date(LocalDate.parse(value));
                default -> texts.dateTime(Instant.parse(value));
            };
        } catch (DateTimeParseException noTime) {
            return value;
        }
    }
}
