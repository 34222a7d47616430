package org.diogel.disclosure;

/// Narrows hidden counts down, by all sums together and in whole numbers.
final class Attacker {

    /// What a count can be: at least and at most.
    ///
    /// @param high [View#UNBOUNDED] where nothing limits it
    record Interval(long low, long high) {

        long width() {
            return high - low;
        }
    }

    private final View view;

    Attacker(View view, SolverChoice choice) {
        this.view = view;
    }

    /// All that can be known of one count.
    Interval interval(int cell) {
        return new Interval(view.low()[cell], view.high()[cell]);
    }
}
