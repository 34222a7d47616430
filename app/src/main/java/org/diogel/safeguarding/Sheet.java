package org.diogel.safeguarding;

import java.util.List;

/// Exactly what goes, in words: what the lead was shown before she confirmed it is what is kept, and
/// what is kept is what is printed.
///
/// @param to whom
/// @param account the lead's own covering account
/// @param lines the answers she ticked
public record Sheet(String to, String account, List<Line> lines) {

    public record Line(String question, String value) {}

    /// Says nothing of what was told.
    @Override
    public String toString() {
        return "Sheet";
    }
}
