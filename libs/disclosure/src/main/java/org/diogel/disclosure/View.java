package org.diogel.disclosure;

import java.util.List;

/// What an attacker sees: sums, and for every count the least and the most it can be as far as is
/// known beforehand. A count that is shown has both alike. Nothing here says what is true.
///
/// @param equations everything that adds up
/// @param low for every count, the least
/// @param high the most, or [#UNBOUNDED]
record View(List<Equation> equations, long[] low, long[] high) {

    /// No limit: more than any count.
    static final long UNBOUNDED = 1L << 52;

    /// What is seen of a problem's counts when some are hidden.
    static View of(Problem problem, boolean[] hidden) {
        long[] low = problem.value().clone();
        long[] high = problem.value().clone();
        for (int i = 0; i < low.length; i++) {
            if (hidden[i]) {
                low[i] = problem.lowest()[i];
                high[i] = UNBOUNDED;
            }
        }
        return new View(problem.equations(), low, high);
    }

    int size() {
        return low.length;
    }

    boolean known(int cell) {
        return low[cell] == high[cell];
    }
}
