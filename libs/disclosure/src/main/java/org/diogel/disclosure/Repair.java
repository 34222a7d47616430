package org.diogel.disclosure;

/// Finds a safe pattern for a problem that is too large to be solved exactly.
interface Repair {

    /// @throws NoPatternException when hiding everything would still not protect
    Result repair(Problem problem) throws NoPatternException;

    /// A safe pattern.
    ///
    /// @param hidden for every count, whether it is not shown
    /// @param low for every count, a value as low as one it could have for all that is shown,
    ///   proven by a certificate in whole numbers; the true one where there is none
    /// @param high the same, high
    /// @param bound no safe pattern weighs less
    record Result(boolean[] hidden, long[] low, long[] high, long bound) {}
}
