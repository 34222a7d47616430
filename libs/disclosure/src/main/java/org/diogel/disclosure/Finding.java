package org.diogel.disclosure;

/// A count that a published table gives away.
///
/// @param kind how
/// @param table which of the audited tables, counted from 0, the earlier releases after the others
/// @param cell which cell of it
/// @param low the least it can be; of a change, how much it is
/// @param high the greatest it can be
/// @param how the arithmetic, for a person to check: `15 − 10 − 3 = 2`
public record Finding(Kind kind, int table, int cell, long low, long high, String how) {

    /// The ways of giving a count away.
    public enum Kind {
        /// A small count is shown, or a percentage that only small counts can stand behind.
        SHOWN,
        /// A hidden count can be worked out, or bounded more narrowly than allowed.
        RECOVERED,
        /// A small change between an earlier release and this one.
        CHANGED
    }

    /// Whether the count is known to the last person.
    public boolean exact() {
        return low == high;
    }
}
