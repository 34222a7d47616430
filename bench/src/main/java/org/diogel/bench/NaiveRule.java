package org.diogel.bench;

import java.util.List;
import org.diogel.disclosure.Table;

/// What is done by hand: every line with exactly one blank gets its smallest other cell hidden too,
/// until no line has one blank.
final class NaiveRule {

    private NaiveRule() {}

    /// @param sums of the table
    static boolean[] hide(Table table, List<Sum> sums, boolean[] primary) {
        boolean[] hidden = primary.clone();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Sum sum : sums) {
                changed |= cover(table, sum, hidden);
            }
        }
        return hidden;
    }

    private static boolean cover(Table table, Sum sum, boolean[] hidden) {
        int blanks = 0;
        int smallest = -1;
        for (int cell : sum.cells()) {
            if (hidden[cell]) {
                blanks++;
            } else if (cell > 0
                    && (smallest < 0 || table.value(cell) < table.value(smallest))) {
                smallest = cell;
            }
        }
        if (blanks != 1 || smallest < 0) {
            return false;
        }
        hidden[smallest] = true;
        return true;
    }
}
