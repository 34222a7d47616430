package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Random tables, the same for the same seed on every machine. Counts are small and often zero, as
/// in the tables that need protection.
final class Tables {

    private final Random random;

    Tables(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    Dimension flat(String name, int least, int most) {
        List<String> leaves = new ArrayList<>();
        for (int i = between(least, most); i > 0; i--) {
            leaves.add(name + leaves.size());
        }
        return Dimension.flat(name, "all " + name, leaves);
    }

    /// Two or three branches; a branch is a leaf, has one child, or has two or three, one of which
    /// may be split again: ragged, with one-child levels.
    Dimension tree(String name) {
        Map<String, @Nullable String> parents = new LinkedHashMap<>();
        String root = "all " + name;
        parents.put(root, null);
        int branches = between(2, 3);
        for (int b = 0; b < branches; b++) {
            String branch = name + b;
            parents.put(branch, root);
            int children = b == 0 ? between(2, 3) : between(0, 2);
            for (int c = 0; c < children; c++) {
                parents.put(branch + c, branch);
            }
            if (children > 0 && oneIn(4)) {
                for (int g = between(1, 2); g > 0; g--) {
                    parents.put(branch + 0 + g, branch + 0);
                }
            }
        }
        return Dimension.tree(name, parents);
    }

    /// Leaf areas with two sets of coarser ones that cut across each other.
    Dimension areas(String name) {
        int boards = between(2, 3);
        int forces = between(2, 3);
        int councils = between(4, 6);
        List<String> nodes = new ArrayList<>(List.of("all " + name));
        List<List<Integer>> parts = new ArrayList<>();
        for (int i = 0; i < boards + forces; i++) {
            nodes.add((i < boards ? "board" : "force") + i);
            parts.add(new ArrayList<>());
        }
        for (int c = 0; c < councils; c++) {
            int board = c < boards ? c : random.nextInt(boards);
            int force = c >= councils - forces ? councils - 1 - c : random.nextInt(forces);
            parts.get(board).add(nodes.size());
            parts.get(boards + force).add(nodes.size());
            nodes.add("council" + c);
        }
        List<Dimension.Split> splits = new ArrayList<>();
        splits.add(new Dimension.Split(0, numbers(1, boards)));
        splits.add(new Dimension.Split(0, numbers(1 + boards, forces)));
        for (int i = 0; i < parts.size(); i++) {
            splits.add(new Dimension.Split(1 + i, parts.get(i)));
        }
        return new Dimension(name, nodes, splits);
    }

    /// Small counts over these dimensions: sparse or dense, some rows much fuller than others.
    Table table(String name, List<Dimension> dimensions, double mean) {
        Shape shape = new Shape(name, dimensions);
        int empty = List.of(0, 30, 60).get(random.nextInt(3));
        double[][] weight = new double[dimensions.size()][];
        for (int d = 0; d < weight.length; d++) {
            weight[d] = new double[dimensions.get(d).size()];
            for (int n = 0; n < weight[d].length; n++) {
                weight[d][n] = oneIn(4) ? 2.5 : 0.4 + random.nextDouble();
            }
        }
        long[] inner = new long[shape.cells()];
        for (int cell : innerCells(shape)) {
            double here = mean;
            int[] nodes = shape.nodes(cell);
            for (int d = 0; d < nodes.length; d++) {
                here *= weight[d][nodes[d]];
            }
            inner[cell] = random.nextInt(100) < empty ? 0 : poisson(Math.min(here, 60));
        }
        return Table.ofInner(shape, inner);
    }

    /// The same table after some inner cells grew by up to six.
    Table grown(Table before, String name) {
        Shape shape = new Shape(name, before.shape().dimensions());
        long[] inner = before.values().clone();
        for (int cell : innerCells(shape)) {
            inner[cell] += oneIn(3) ? between(1, 6) : 0;
        }
        return Table.ofInner(shape, inner);
    }

    /// The breakdown of a table by some of its dimensions only.
    static Table breakdown(Table whole, String name, int... dimensions) {
        List<Dimension> kept = new ArrayList<>();
        for (int d : dimensions) {
            kept.add(whole.shape().dimensions().get(d));
        }
        Shape shape = new Shape(name, kept);
        long[] values = new long[shape.cells()];
        for (int c = 0; c < values.length; c++) {
            int[] nodes = new int[whole.shape().dimensions().size()];
            for (int k = 0; k < dimensions.length; k++) {
                nodes[dimensions[k]] = shape.nodes(c)[k];
            }
            values[c] = whole.value(whole.shape().cell(nodes));
        }
        return new Table(shape, values);
    }

    /// The cells nothing splits.
    static List<Integer> innerCells(Shape shape) {
        List<Integer> inner = new ArrayList<>();
        for (int c = 0; c < shape.cells(); c++) {
            int[] nodes = shape.nodes(c);
            boolean leaf = true;
            for (int d = 0; d < nodes.length; d++) {
                for (Dimension.Split split : shape.dimensions().get(d).splits()) {
                    leaf &= split.whole() != nodes[d];
                }
            }
            if (leaf) {
                inner.add(c);
            }
        }
        return inner;
    }

    /// A table as it looks with some cells hidden.
    static Release published(Table table, boolean[] hidden) {
        long[] values = table.values().clone();
        for (int c = 0; c < values.length; c++) {
            values[c] = hidden[c] ? Release.HIDDEN : values[c];
        }
        return new Release(table.shape(), values);
    }

    /// How many cells of a release are hidden.
    static int hidden(Release release) {
        int hidden = 0;
        for (int c = 0; c < release.values().length; c++) {
            hidden += release.hidden(c) ? 1 : 0;
        }
        return hidden;
    }

    private long poisson(double mean) {
        double limit = Math.exp(-mean);
        long count = -1;
        for (double product = 1; product > limit; count++) {
            product *= random.nextDouble();
        }
        return Math.max(count, 0);
    }

    private static List<Integer> numbers(int from, int many) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            numbers.add(from + i);
        }
        return numbers;
    }
}
