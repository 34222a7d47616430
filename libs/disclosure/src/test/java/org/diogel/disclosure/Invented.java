package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Invented tables with the unevenness of real ones: a few large cells and many small.
final class Invented {

    private final SplittableRandom random;

    Invented(long seed) {
        random = new SplittableRandom(seed);
    }

    /// A tree in which each node of a level has so many parts.
    static Dimension tree(String name, int... parts) {
        Map<String, String> parents = new LinkedHashMap<>();
        parents.put("Total", null);
        List<String> level = List.of("Total");
        for (int count : parts) {
            List<String> next = new ArrayList<>();
            for (String parent : level) {
                for (int i = 1; i <= count; i++) {
                    String code = (parent.equals("Total") ? name : parent) + "." + i;
                    parents.put(code, parent);
                    next.add(code);
                }
            }
            level = next;
        }
        return Dimension.tree(name, parents);
    }

    /// Counts around a mean, uneven by so much in every dimension.
    Table table(Shape shape, double mean, double uneven) {
        int dimensions = shape.dimensions().size();
        double[][] share = new double[dimensions][];
        for (int d = 0; d < dimensions; d++) {
            share[d] = new double[shape.dimensions().get(d).size()];
            for (int n = 0; n < share[d].length; n++) {
                share[d][n] = StrictMath.exp(uneven * normal());
            }
        }
        boolean[][] leaf = new boolean[dimensions][];
        for (int d = 0; d < dimensions; d++) {
            leaf[d] = new boolean[share[d].length];
            for (int n : shape.dimensions().get(d).leaves()) {
                leaf[d][n] = true;
            }
        }
        long[] inner = new long[shape.cells()];
        for (int cell = 0; cell < inner.length; cell++) {
            double expected = mean;
            int[] nodes = shape.nodes(cell);
            for (int d = 0; d < dimensions; d++) {
                expected *= leaf[d][nodes[d]] ? share[d][nodes[d]] : 0;
            }
            if (expected > 0) {
                inner[cell] = around(expected * StrictMath.exp(0.3 * normal()));
            }
        }
        return Table.ofInner(shape, inner);
    }

    private long around(double expected) {
        if (expected > 30) {
            return Math.max(0, Math.round(expected + StrictMath.sqrt(expected) * normal()));
        }
        double left = StrictMath.exp(-expected);
        long count = 0;
        for (double product = random.nextDouble(); product > left; count++) {
            product *= random.nextDouble();
        }
        return count;
    }

    private double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
