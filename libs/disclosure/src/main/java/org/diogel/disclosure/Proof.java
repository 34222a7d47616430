package org.diogel.disclosure;

/// How good a pattern is, and how that is known. Every pattern was audited before it was returned,
/// whatever found it.
///
/// @param method how it was found
/// @param solver what solved, with its version
/// @param objective what was to be lost as little as possible
/// @param zeros whether zeros served as cover
/// @param value what is lost, primary cells included, in the objective's unit
/// @param bound no safe pattern loses less
/// @param primary how many cells are hidden for their own sake
/// @param secondary how many protect them
public record Proof(
        Method method,
        String solver,
        Objective objective,
        Zeros zeros,
        long value,
        long bound,
        int primary,
        int secondary) {

    /// How a pattern was found, and with it how it was audited.
    public enum Method {
        /// Proven to lose the least, or as near as [#gap] says; intervals are the attacker's own, by
        /// linear programs and in whole numbers where they are thin.
        EXACT,
        /// Repaired cell by cell for a large table; each primary cell has a certificate in whole
        /// numbers, and intervals are what the certificates reach: the attacker's are at least as
        /// wide.
        REPAIR
    }

    /// How much better a pattern could be at most: 0 when it is proven best, less than 1.
    public double gap() {
        return value == 0 ? 0 : (value - bound) / (double) value;
    }
}
