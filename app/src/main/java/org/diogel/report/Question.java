package org.diogel.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diogel.consent.SharingChoice;

/// One question of the form, as `report/form.csv` says it.
///
/// @param step the page it stands on
/// @param field its name in pages, answers and message keys (`report.q.<field>`)
/// @param longest most characters, 0 where there are options
/// @param options in order; `*` alone means that they come from elsewhere
/// @param given what each kind of recipient gets of it: `shown`, `month`, `unless-close`,
///     `unless-known`, `if-direct`, or the reason it is held back
public record Question(
        String step,
        String field,
        Kind kind,
        String part,
        int longest,
        List<String> options,
        Map<SharingChoice, String> given) {

    public Question {
        given = Map.copyOf(given);
    }


    public enum Kind {
        ONE,
        MANY,
        LINE,
        LINES,
        TEXT,
        DATE
    }

    String given(SharingChoice choice) {
        return Objects.requireNonNull(given.get(choice));
    }

    Part sealedIn() {
        return Part.valueOf(part.toUpperCase(java.util.Locale.ROOT));
    }

    boolean allows(String option) {
        return options.contains("*")
                ? option.matches("[a-z-]{2,40}")
                : options.contains(option) || kind == Kind.ONE && option.equals(RATHER_NOT);
    }

    /// She would rather not say: an answer to any question with one answer, which tells nobody
    /// anything and stands when she comes back.
    static final String RATHER_NOT = "rather-not";

    private static final List<String> NOTHING = List.of("unknown", "unsure", RATHER_NOT);

    /// Whether this answer says nothing about what happened.
    static boolean saysNothing(List<String> values) {
        return values.size() == 1 && NOTHING.contains(values.getFirst());
    }

    /// Whether the value is one of the options, which have texts in both languages.
    public boolean hasOptions() {
        return kind == Kind.ONE || kind == Kind.MANY;
    }
}
