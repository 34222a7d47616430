package org.diogel.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.diogel.disclosure.Dimension;
import org.diogel.disclosure.Shape;
import org.diogel.disclosure.Table;
import org.jspecify.annotations.Nullable;

/// Invented tables, the same for the same seed on every machine: a few large counts, many small ones
/// and zeros.
final class Invented {

    private Invented() {}

    /// Counts are lognormal about `middle`, one cell in `empty` is 0.
    static Table table(Shape shape, long seed, double middle, double spread, int empty) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] inner = new long[shape.cells()];
        Arrays.setAll(
                inner,
                i ->
                        random.nextInt(empty) == 0
                                ? 0
                                : (long) (middle * StrictMath.exp(spread * normal(random))));
        return Table.ofInner(shape, inner);
    }

    /// A tree in which each node of a level has so many parts.
    static Dimension tree(String name, int... parts) {
        Map<String, @Nullable String> parents = new LinkedHashMap<>();
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

    private static double normal(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
