package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Who contributes how much to each cell of a table: what the rules about contributors, dominance
/// and p % look at. A body that stands in several inner cells of a margin contributes to it once,
/// with the sum.
public final class Contributions {

    /// What one body contributes to one inner cell; a body may have several of the same cell.
    ///
    /// @param cell an inner cell of the shape
    /// @param body the body's name
    /// @param amount a whole number of at least 0; a body that contributes nothing is none
    public record Contribution(int cell, String body, long amount) {}

    private final Table table;
    private final long[][] largest;

    private Contributions(Table table, long[][] largest) {
        this.table = table;
        this.largest = largest;
    }

    /// Sums up single contributions.
    ///
    /// @throws IllegalArgumentException when an amount is negative or a cell is no inner one
    public static Contributions of(Shape shape, List<Contribution> contributions) {
        List<@Nullable Map<String, Long>> bodies = new ArrayList<>();
        for (int i = 0; i < shape.cells(); i++) {
            bodies.add(null);
        }
        List<int[][]> above = shape.dimensions().stream().map(Contributions::above).toList();
        long[] inner = new long[shape.cells()];
        for (Contribution c : contributions) {
            if (c.amount() < 0) {
                throw new IllegalArgumentException(
                        "The table "
                                + shape.name()
                                + " has a negative amount of "
                                + c.body()
                                + ".");
            }
            if (c.amount() == 0) {
                continue;
            }
            inner[c.cell()] = Math.addExact(inner[c.cell()], c.amount());
            int[] nodes = shape.nodes(c.cell());
            int[] cells = {0};
            for (int d = 0; d < nodes.length; d++) {
                cells = combine(cells, shape.dimensions().get(d).size(), above.get(d)[nodes[d]]);
            }
            for (int cell : cells) {
                Map<String, Long> known = bodies.get(cell);
                if (known == null) {
                    known = new HashMap<>();
                    bodies.set(cell, known);
                }
                known.merge(c.body(), c.amount(), Math::addExact);
            }
        }
        long[][] largest = new long[shape.cells()][];
        for (int i = 0; i < largest.length; i++) {
            Map<String, Long> known = bodies.get(i);
            largest[i] =
                    known == null
                            ? new long[0]
                            : known.values().stream()
                                    .sorted(Comparator.reverseOrder())
                                    .mapToLong(Long::longValue)
                                    .toArray();
        }
        return new Contributions(Table.ofInner(shape, inner), largest);
    }

    /// The table these contributions make.
    public Table table() {
        return table;
    }

    /// What each body contributes to a cell, the largest first; bodies that contribute nothing are
    /// left out.
    public long[] largest(int cell) {
        return largest[cell].clone();
    }

    /// For every node, the nodes that it is part of, itself included.
    private static int[][] above(Dimension dimension) {
        int[][] above = new int[dimension.size()][];
        for (int node = 0; node < above.length; node++) {
            boolean[] reached = new boolean[above.length];
            reached[node] = true;
            boolean more = true;
            while (more) {
                more = false;
                for (Dimension.Split split : dimension.splits()) {
                    if (!reached[split.whole()]
                            && split.parts().stream().anyMatch(part -> reached[part])) {
                        reached[split.whole()] = true;
                        more = true;
                    }
                }
            }
            above[node] = IntStream.range(0, reached.length).filter(i -> reached[i]).toArray();
        }
        return above;
    }

    private static int[] combine(int[] cells, int size, int[] nodes) {
        int[] combined = new int[cells.length * nodes.length];
        int next = 0;
        for (int cell : cells) {
            for (int node : nodes) {
                combined[next++] = cell * size + node;
            }
        }
        return combined;
    }

    @Override
    public String toString() {
        return "Contributions["
                + table
                + ", "
                + Arrays.stream(largest).mapToInt(l -> l.length).sum()
                + " in all]";
    }
}
