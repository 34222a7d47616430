package org.diogel.alert;

import java.util.List;

/// One thing a warning can say, as `alert/fields.csv` says it.
///
/// @param longest most characters, in each language
/// @param from field of the report's excerpt it begins with; empty for none
/// @param spoken written in each language
/// @param only the kinds of warning that have it; empty for all
public record WarningField(
        String name,
        Kind kind,
        int longest,
        List<String> options,
        String from,
        boolean spoken,
        List<String> only) {

    public enum Kind {
        ONE,
        MANY,
        LINE,
        LINES,
        TEXT,
        TOLD
    }

    boolean isOf(AlertKind warning) {
        return only.isEmpty() || only.contains(warning.name());
    }

    public boolean hasOptions() {
        return kind == Kind.ONE || kind == Kind.MANY;
    }
}
