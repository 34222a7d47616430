package org.diogel.safeguarding;

import java.util.Map;

/// What is sealed with one: what went, and what the lead answered in her own words.
///
/// @param said by the fields of the form
public record Kept(Sheet sheet, Map<String, String> said) {

    /// Says nothing of what was told.
    @Override
    public String toString() {
        return "Kept";
    }
}
