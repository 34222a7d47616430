package org.diogel.disclosure;

/// What an audit calls small, and how closely a small count may be known.
///
/// @param threshold counts from 1 to one less than this are small; at least 2
/// @param width how far apart the least and the greatest value must be that a hidden count which
///   may be small can have; at least 1, which means: not known exactly
/// @param hiddenFrom the least count that is ever hidden: 0 where zeros are hidden too, 1 where
///   everybody knows that a blank is never zero
public record AuditRules(long threshold, long width, int hiddenFrom) {

    /// @throws IllegalArgumentException when a number is out of its range
    public AuditRules {
        if (threshold < 2) {
            throw new IllegalArgumentException("The threshold is a whole number of at least 2.");
        }
        if (width < 1) {
            throw new IllegalArgumentException("The width is a whole number of at least 1.");
        }
        if (hiddenFrom != 0 && hiddenFrom != 1) {
            throw new IllegalArgumentException("Counts are hidden from 0 or from 1 on.");
        }
    }

    /// Fewer than 5 is small, no small count may be known exactly, and zeros may be hidden too.
    public static AuditRules standard() {
        return new AuditRules(5, 1, 0);
    }

    boolean small(long count) {
        return count > 0 && count < threshold;
    }

    /// Whether a count known to lie between the two is small for certain.
    boolean small(long low, long high) {
        return low > 0 && high < threshold;
    }

    /// Whether a count known to lie between the two is known too closely, and may be small.
    boolean tooNarrow(long low, long high) {
        return low == high || (high - low < width && low < threshold && high > 0);
    }
}
