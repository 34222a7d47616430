package org.diogel.bench;

import java.util.Arrays;
import java.util.List;
import org.diogel.disclosure.Release;

/// A reader with a pencil: takes one sum after the other and narrows down each blank of it by what
/// is known of the others, until nothing changes. What such a reader finds is recoverable; there may
/// be more, which only an attacker sees who solves all sums at once.
final class LineByLine {

    private static final long UNBOUNDED = Long.MAX_VALUE / 4;

    private final long[] low;
    private final long[] high;

    LineByLine(Release shown, List<Sum> sums) {
        low = shown.values().clone();
        high = shown.values().clone();
        for (int cell = 0; cell < low.length; cell++) {
            if (shown.hidden(cell)) {
                low[cell] = 0;
                high[cell] = UNBOUNDED;
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Sum sum : sums) {
                changed |= narrow(sum.cells());
            }
        }
    }

    /// How many of these cells are known exactly.
    int recovered(int[] cells) {
        return (int) Arrays.stream(cells).filter(cell -> low[cell] == high[cell]).count();
    }

    private boolean narrow(int[] cells) {
        long least = 0;
        long most = 0;
        for (int m = 1; m < cells.length; m++) {
            least += low[cells[m]];
            most = Math.min(UNBOUNDED, most + high[cells[m]]);
        }
        boolean changed = set(cells[0], least, most);
        for (int m = 1; m < cells.length; m++) {
            int cell = cells[m];
            long others = least - low[cell];
            long top = high[cells[0]] >= UNBOUNDED ? UNBOUNDED : high[cells[0]] - others;
            long bottom = 0;
            if (most < UNBOUNDED) {
                bottom = low[cells[0]] - (most - high[cell]);
            }
            changed |= set(cell, bottom, top);
            if (changed) {
                // The sums of the others are out of date now.
                return true;
            }
        }
        return changed;
    }

    private boolean set(int cell, long least, long most) {
        boolean changed = least > low[cell] || most < high[cell];
        low[cell] = Math.max(low[cell], least);
        high[cell] = Math.min(high[cell], most);
        return changed;
    }
}
