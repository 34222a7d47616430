package org.diogel.alert;

import java.util.List;

/// One thing a warning can say, as `alert/fields.csv` says it.
///
/// @param longest most characters, in each language
/// @param from field of the report's excerpt it begins with; empty for none
/// @param spoken written in each language
public record WarningField(
        String name, Kind kind, int longest, List<String> options, String from, boolean spoken) {

    public enum Kind {
        ONE,
        MANY,
        LINE,
        LINES,
        TEXT,
        TOLD
    }

    public boolean hasOptions() {
        return kind == Kind.ONE || kind == Kind.MANY;
    }
}
