package org.diogel.disclosure.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.diogel.disclosure.CellSystem;
import org.diogel.disclosure.Dimension;
import org.diogel.disclosure.Shape;
import org.diogel.disclosure.Table;

/// Whether tables that share dimensions tell the same: a count that stands in two of them is one
/// count.
final class Agreement {

    private Agreement() {}

    /// @return the system the tables make together
    /// @throws Unusable naming the first count that differs
    static CellSystem check(List<Table> tables) {
        CellSystem system = CellSystem.of(tables.stream().map(Table::shape).toList());
        int[] table = new int[system.size()];
        long[] value = new long[system.size()];
        Arrays.fill(table, -1);
        for (int t = 0; t < tables.size(); t++) {
            Shape shape = tables.get(t).shape();
            for (int cell = 0; cell < shape.cells(); cell++) {
                int count = system.at(t, cell);
                long own = tables.get(t).value(cell);
                if (table[count] < 0) {
                    table[count] = t;
                    value[count] = own;
                } else if (value[count] != own) {
                    throw new Unusable(
                            tables.get(table[count]).shape().name()
                                    + " and "
                                    + shape.name()
                                    + " do not add up to the same: "
                                    + codes(shape, cell)
                                    + " is "
                                    + value[count]
                                    + " in the first and "
                                    + own
                                    + " in the second.");
                }
            }
        }
        return system;
    }

    private static String codes(Shape shape, int cell) {
        int[] nodes = shape.nodes(cell);
        List<String> codes = new ArrayList<>();
        for (int d = 0; d < nodes.length; d++) {
            Dimension dimension = shape.dimensions().get(d);
            if (nodes[d] > 0) {
                codes.add(dimension.name() + " " + dimension.nodes().get(nodes[d]));
            }
        }
        return codes.isEmpty() ? "the total of everything" : String.join(", ", codes);
    }
}
