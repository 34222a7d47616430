package org.diogel.disclosure.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diogel.disclosure.Dimension;
import org.diogel.disclosure.Percentage;
import org.diogel.disclosure.Published;
import org.diogel.disclosure.Published.Shown;
import org.diogel.disclosure.Shape;

/// A published table as it was read, and what its rows and columns are called in findings.
///
/// @param onlyColumn the column of a table of one dimension
/// @param notices what its reader should know, as sentences
record PublishedFile(Published table, String onlyColumn, List<String> notices) {

    private static final int MOST_CELLS = 20_000_000;

    String row(int cell) {
        List<String> codes = table.shape().codes(cell);
        return codes.size() == 1
                ? codes.getFirst()
                : String.join(", ", codes.subList(0, codes.size() - 1));
    }

    String column(int cell) {
        List<String> codes = table.shape().codes(cell);
        return codes.size() == 1 ? onlyColumn : codes.getLast();
    }

    /// @throws Unusable when there would be more cells than can be worked with
    static Shape shape(String name, List<Dimension> dimensions) {
        double cells = 1;
        for (Dimension dimension : dimensions) {
            cells *= dimension.size();
        }
        if (cells > MOST_CELLS) {
            throw new Unusable(
                    name + ": The table would have more than 20,000,000 cells, totals included.");
        }
        return new Shape(name, dimensions);
    }

    /// Where the codes of a dimension stand.
    static Map<String, Integer> index(Dimension dimension) {
        Map<String, Integer> index = new HashMap<>();
        for (String node : dimension.nodes()) {
            index.put(node, index.size());
        }
        return index;
    }

    /// A table filled cell by cell.
    static final class Filling {
        private final Shape shape;
        private final Shown[] shown;
        private final long[] low;
        private final long[] high;
        private final List<Percentage> percentages = new ArrayList<>();

        Filling(Shape shape) {
            this.shape = shape;
            int cells = shape.cells();
            this.shown = new Shown[cells];
            this.low = new long[cells];
            this.high = new long[cells];
            Arrays.fill(shown, Shown.ABSENT);
            Arrays.fill(high, Published.UNLIMITED);
        }

        /// False when something stands there already.
        boolean put(int cell, Mark mark) {
            if (shown[cell] != Shown.ABSENT) {
                return false;
            }
            shown[cell] = mark.shown();
            low[cell] = mark.low();
            high[cell] = mark.high();
            return true;
        }

        Shown shown(int cell) {
            return shown[cell];
        }

        long low(int cell) {
            return low[cell];
        }

        void share(Percentage percentage) {
            percentages.add(percentage);
        }

        Published done() {
            return new Published(shape, List.of(shown), low, high, percentages);
        }
    }
}
