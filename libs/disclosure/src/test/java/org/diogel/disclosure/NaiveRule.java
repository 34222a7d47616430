package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.List;

/// What is done by hand: every line with exactly one blank gets its smallest other cell hidden too,
/// until no line has one blank. The comparison, not the library.
final class NaiveRule {

    private NaiveRule() {}

    /// What the rule hides; the grand totals stay, and so do zeros where they are always shown.
    static List<boolean[]> hide(List<Table> tables, List<boolean[]> primary, boolean zerosShown) {
        List<Release> shown = new ArrayList<>();
        tables.forEach(t -> shown.add(new Release(t.shape(), t.values())));
        Knowledge everything = Knowledge.of(shown, 0);
        boolean[] hidden = new boolean[everything.size()];
        boolean[] fixed = new boolean[everything.size()];
        for (int t = 0; t < tables.size(); t++) {
            Shape shape = tables.get(t).shape();
            for (int c = 0; c < shape.cells(); c++) {
                int count = everything.at(Knowledge.NOW, shape, c);
                hidden[count] |= primary.get(t)[c];
                fixed[count] |= c == 0 || (zerosShown && tables.get(t).value(c) == 0);
            }
        }
        while (cover(everything, hidden, fixed)) {
            // Each round may leave another line with one blank.
        }
        List<boolean[]> flags = new ArrayList<>();
        for (Table table : tables) {
            boolean[] own = new boolean[table.values().length];
            for (int c = 0; c < own.length; c++) {
                own[c] = hidden[everything.at(Knowledge.NOW, table.shape(), c)];
            }
            flags.add(own);
        }
        return flags;
    }

    private static boolean cover(Knowledge everything, boolean[] hidden, boolean[] fixed) {
        boolean changed = false;
        for (WholeSimplex.Row sum : everything.sums()) {
            int blanks = 0;
            int smallest = -1;
            for (int count : sum.variables()) {
                if (hidden[count]) {
                    blanks++;
                } else if (!fixed[count]
                        && (smallest < 0 || everything.value(count) < everything.value(smallest))) {
                    smallest = count;
                }
            }
            if (blanks == 1 && smallest >= 0) {
                hidden[smallest] = true;
                changed = true;
            }
        }
        return changed;
    }
}
