package org.diogel.report;

/// Asks for the code.
///
/// @param held what was typed on the page before, sealed; empty for nothing
public record CodePage(String held) {

    /// Whether she was in the middle of something.
    public boolean interrupted() {
        return !held.isEmpty();
    }
}
