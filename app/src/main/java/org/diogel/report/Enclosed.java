package org.diogel.report;

import java.util.List;
import java.util.UUID;

/// One thing a later feature keeps with a report, as the report's own pages name it.
///
/// @param key message key of what it is
/// @param arguments of that text: name, value, name, value
/// @param words what she wrote about it; empty for nothing
/// @param notes message keys of what is so about it
public record Enclosed(
        UUID id, String key, List<Object> arguments, String words, List<String> notes) {

    /// Says nothing of what was written.
    @Override
    public String toString() {
        return "Enclosed";
    }
}
