package org.diogel.emergency;

/// One opening as pages show it.
///
/// @param state the last part of the key of its text
/// @param who opened it, by name; empty once the report is erased
/// @param from her agency
/// @param desk the agency that answers it
public record NamedOpening(OpeningRow row, String state, String who, String from, String desk) {

    /// A dash where the name is gone.
    public String by() {
        return who.isEmpty() ? "–" : who;
    }
}
