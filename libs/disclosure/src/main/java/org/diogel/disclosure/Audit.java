package org.diogel.disclosure;

import java.util.List;

/// What published tables give away.
///
/// @param rules what was asked
/// @param findings what follows from the tables alone, in the order of tables and cells
/// @param ifNeverZero what follows besides where everybody knows that a blank is never zero
/// @param crowds what is known of several of the findings together
public record Audit(
        AuditRules rules, List<Finding> findings, List<Finding> ifNeverZero, List<Crowd> crowds) {

    /// Counts of which most must be exactly so many, though not which: "of the 16, at least 13".
    ///
    /// @param table which of the audited tables
    /// @param cells which cells of it
    /// @param atLeast how many of them, at least, are exactly
    /// @param count so many
    /// @param how the arithmetic
    public record Crowd(int table, List<Integer> cells, int atLeast, long count, String how) {
        public Crowd {
            cells = List.copyOf(cells);
        }
    }

    public Audit {
        findings = List.copyOf(findings);
        ifNeverZero = List.copyOf(ifNeverZero);
        crowds = List.copyOf(crowds);
    }

    /// Whether the tables give nothing away. What follows only if a blank is never zero counts
    /// where the rules say that it never is.
    public boolean safe() {
        return findings.isEmpty() && (rules.hiddenFrom() == 0 || ifNeverZero.isEmpty());
    }
}
