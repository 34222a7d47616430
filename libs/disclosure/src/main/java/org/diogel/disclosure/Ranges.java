package org.diogel.disclosure;

import java.util.List;

/// Narrows bounds by one sum at a time, in whole numbers, until nothing more follows.
final class Ranges {

    /// Bounds that creep towards each other by ones are left to the linear programs.
    private static final int MOST_ROUNDS = 20;

    private Ranges() {}

    /// Narrows the bounds in place.
    ///
    /// @throws IllegalArgumentException when no numbers fit
    static void narrow(List<Equation> equations, long[] low, long[] high) {
        boolean changed = true;
        for (int round = 0; changed && round < MOST_ROUNDS; round++) {
            changed = false;
            for (Equation equation : equations) {
                changed |= narrow(equation, low, high);
            }
        }
    }

    private static boolean narrow(Equation equation, long[] low, long[] high) {
        long least = 0;
        long most = 0;
        int unbounded = 0;
        for (int part : equation.parts()) {
            least += low[part];
            if (high[part] >= View.UNBOUNDED) {
                unbounded++;
            } else {
                most += high[part];
            }
        }
        int whole = equation.whole();
        boolean changed = set(whole, least, unbounded == 0 ? most : View.UNBOUNDED, low, high);
        for (int part : equation.parts()) {
            long others = high[part] >= View.UNBOUNDED ? most : most - high[part];
            boolean open = unbounded > (high[part] >= View.UNBOUNDED ? 1 : 0);
            long partLow = low[part];
            long partHigh = high[part];
            long up =
                    high[whole] >= View.UNBOUNDED
                            ? View.UNBOUNDED
                            : high[whole] - (least - partLow);
            if (set(part, open ? 0 : low[whole] - others, up, low, high)) {
                changed = true;
                least += low[part] - partLow;
                if (partHigh < View.UNBOUNDED) {
                    most += high[part] - partHigh;
                } else if (high[part] < View.UNBOUNDED) {
                    most += high[part];
                    unbounded--;
                }
            }
        }
        return changed;
    }

    private static boolean set(int cell, long least, long most, long[] low, long[] high) {
        boolean changed = false;
        if (least > low[cell]) {
            low[cell] = least;
            changed = true;
        }
        if (most < high[cell]) {
            high[cell] = most;
            changed = true;
        }
        if (low[cell] > high[cell]) {
            throw new IllegalArgumentException("No whole numbers fit these sums.");
        }
        return changed;
    }
}
