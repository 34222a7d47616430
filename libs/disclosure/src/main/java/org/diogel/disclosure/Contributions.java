package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Who contributes how much to each cell of a table: what the rules about contributors, dominance
/// and p % look at. It comes from a larger table in which the contributing bodies are a dimension
/// like any other; a body that stands in several inner cells of a margin contributes to it once,
/// with the sum.
public final class Contributions {

    private final Table table;
    private final long[][] largest;

    private Contributions(Table table, long[][] largest) {
        this.table = table;
        this.largest = largest;
    }

    /// Takes the bodies out of a table that is broken down by them.
    ///
    /// @param byBody a table with at least one dimension besides the bodies
    /// @param bodies which of its dimensions the bodies are, in the shape's order
    /// @throws IllegalArgumentException when there is no other dimension
    public static Contributions of(Table byBody, int bodies) {
        Shape whole = byBody.shape();
        List<Dimension> others = new ArrayList<>(whole.dimensions());
        Dimension body = others.remove(bodies);
        Shape shape = new Shape(whole.name(), others);
        int stride = whole.stride(bodies);
        int[] leaves = body.leaves();
        long[] values = new long[shape.cells()];
        long[][] largest = new long[values.length][];
        for (int cell = 0; cell < values.length; cell++) {
            int first = cell / stride * stride * body.size() + cell % stride;
            values[cell] = byBody.value(first);
            long[] amounts =
                    Arrays.stream(leaves)
                            .mapToLong(leaf -> -byBody.value(first + leaf * stride))
                            .filter(negative -> negative < 0)
                            .sorted()
                            .toArray();
            Arrays.setAll(amounts, i -> -amounts[i]);
            largest[cell] = amounts;
        }
        return new Contributions(new Table(shape, values), largest);
    }

    /// The table without the bodies.
    public Table table() {
        return table;
    }

    /// What each body contributes to a cell, the largest first; bodies that contribute nothing are
    /// left out.
    public long[] largest(int cell) {
        return largest[cell].clone();
    }

    @Override
    public String toString() {
        return "Contributions[" + table + "]";
    }
}
