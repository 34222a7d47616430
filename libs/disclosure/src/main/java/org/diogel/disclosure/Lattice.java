package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Linked tables seen as one: every combination of a node of every dimension any of them has, most
/// of which nobody counted. A table without a dimension stands at that dimension's root, so that a
/// change made here runs through all tables alike.
final class Lattice {

    private final List<Dimension> dimensions;
    private final long[] strides;
    private final long[] keys;
    private final Map<Long, Integer> cells;

    private Lattice(
            List<Dimension> dimensions, long[] strides, long[] keys, Map<Long, Integer> cells) {
        this.dimensions = dimensions;
        this.strides = strides;
        this.keys = keys;
        this.cells = cells;
    }

    /// @throws ArithmeticException when there are more combinations than a long can number
    static Lattice of(CellSystem tables) {
        List<Dimension> dimensions = merge(tables.shapes());
        long[] strides = new long[dimensions.size()];
        long stride = 1;
        for (int d = strides.length - 1; d >= 0; d--) {
            strides[d] = stride;
            stride = Math.multiplyExact(stride, (long) dimensions.get(d).size());
        }
        long[] keys = new long[tables.size()];
        if (tables.shapes().size() == 1) {
            for (int i = 0; i < keys.length; i++) {
                keys[i] = i;
            }
            return new Lattice(dimensions, strides, keys, Map.of());
        }
        Map<Long, Integer> cells = new HashMap<>();
        for (int t = 0; t < tables.shapes().size(); t++) {
            Shape shape = tables.shapes().get(t);
            long[][] steps = steps(shape, dimensions, strides);
            for (int i = 0; i < shape.cells(); i++) {
                int[] nodes = shape.nodes(i);
                long key = 0;
                for (int d = 0; d < nodes.length; d++) {
                    key += steps[d][nodes[d]];
                }
                keys[tables.at(t, i)] = key;
                cells.put(key, tables.at(t, i));
            }
        }
        return new Lattice(dimensions, strides, keys, cells);
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    /// How far apart combinations are whose nodes differ by one in that dimension.
    long stride(int dimension) {
        return strides[dimension];
    }

    /// The combination a count stands at.
    long key(int cell) {
        return keys[cell];
    }

    /// The node of a combination in a dimension.
    int node(long key, int dimension) {
        return (int) (key / strides[dimension] % dimensions.get(dimension).size());
    }

    /// The count at a combination, or -1 where no table has one.
    int cell(long key) {
        return cells.isEmpty() ? (int) key : cells.getOrDefault(key, -1);
    }

    private static List<Dimension> merge(List<Shape> shapes) {
        if (shapes.size() == 1) {
            return shapes.getFirst().dimensions();
        }
        Map<String, List<Dimension>> byName = new LinkedHashMap<>();
        for (Shape shape : shapes) {
            for (Dimension dimension : shape.dimensions()) {
                byName.computeIfAbsent(dimension.name(), n -> new ArrayList<>()).add(dimension);
            }
        }
        return byName.values().stream().map(Lattice::union).toList();
    }

    /// One dimension of all nodes and splits that dimensions of the same name have. Roots are the
    /// same node whatever they are called.
    private static Dimension union(List<Dimension> same) {
        Dimension first = same.getFirst();
        Set<String> nodes = new LinkedHashSet<>(first.nodes());
        same.forEach(d -> nodes.addAll(d.nodes().subList(1, d.size())));
        Map<String, Integer> index = new HashMap<>();
        nodes.forEach(n -> index.put(n, index.size()));
        Set<Dimension.Split> splits = new LinkedHashSet<>();
        for (Dimension dimension : same) {
            for (Dimension.Split split : dimension.splits()) {
                splits.add(
                        new Dimension.Split(
                                place(dimension, split.whole(), index),
                                split.parts().stream()
                                        .map(p -> place(dimension, p, index))
                                        .toList()));
            }
        }
        return new Dimension(first.name(), List.copyOf(nodes), List.copyOf(splits));
    }

    private static int place(Dimension dimension, int node, Map<String, Integer> index) {
        return node == 0 ? 0 : index.getOrDefault(dimension.nodes().get(node), 0);
    }

    private static long[][] steps(Shape shape, List<Dimension> dimensions, long[] strides) {
        long[][] steps = new long[shape.dimensions().size()][];
        for (int d = 0; d < steps.length; d++) {
            Dimension own = shape.dimensions().get(d);
            for (int u = 0; u < strides.length; u++) {
                Dimension whole = dimensions.get(u);
                if (whole.name().equals(own.name())) {
                    steps[d] = new long[own.size()];
                    for (int n = 1; n < own.size(); n++) {
                        steps[d][n] = strides[u] * whole.indexOf(own.nodes().get(n));
                    }
                }
            }
        }
        return steps;
    }
}
