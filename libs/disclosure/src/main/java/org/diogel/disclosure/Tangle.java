package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts that are not known, and all the sums between them: what is known of one may say something
/// of any other, and of none outside. Cells are numbered anew.
///
/// @param cells which counts they are
/// @param sums those that two or more of them stand in
record Tangle(int[] cells, List<Sum> sums) {

    /// What is left of an equation when all that is known is taken out: unknown parts, less an
    /// unknown whole, make a number.
    ///
    /// @param equation what it is left of
    /// @param columns the unknown counts, by their new numbers
    /// @param signs 1 for a part, -1 for a whole
    /// @param makes what they make
    record Sum(Equation equation, int[] columns, long[] signs, long makes) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Sum sum && equation.equals(sum.equation);
        }

        @Override
        public int hashCode() {
            return equation.hashCode();
        }

        @Override
        public String toString() {
            return equation.toString();
        }
    }

    /// All of them, in the order of their first counts.
    static List<Tangle> of(Facts facts) {
        int[] up = new int[facts.low.length];
        Arrays.setAll(up, i -> i);
        for (Equation equation : facts.equations) {
            int first = -1;
            for (int cell : unknown(facts, equation)) {
                first = first < 0 ? root(up, cell) : join(up, first, cell);
            }
        }
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int cell = 0; cell < up.length; cell++) {
            if (!facts.known(cell)) {
                groups.computeIfAbsent(root(up, cell), r -> new ArrayList<>()).add(cell);
            }
        }
        Map<Integer, List<Equation>> equations = new HashMap<>();
        for (Equation equation : facts.equations) {
            int[] unknown = unknown(facts, equation);
            if (unknown.length > 0) {
                equations
                        .computeIfAbsent(root(up, unknown[0]), r -> new ArrayList<>())
                        .add(equation);
            }
        }
        List<Tangle> tangles = new ArrayList<>();
        groups.forEach((root, cells) ->
                tangles.add(of(facts, cells, equations.getOrDefault(root, List.of()))));
        return tangles;
    }

    private static Tangle of(Facts facts, List<Integer> cells, List<Equation> equations) {
        Map<Integer, Integer> index = new HashMap<>();
        cells.forEach(cell -> index.put(cell, index.size()));
        List<Sum> sums = new ArrayList<>();
        for (Equation equation : equations) {
            int[] unknown = unknown(facts, equation);
            int[] columns = new int[unknown.length];
            long[] signs = new long[unknown.length];
            for (int i = 0; i < unknown.length; i++) {
                columns[i] = index.getOrDefault(unknown[i], -1);
                signs[i] = unknown[i] == equation.whole() ? -1 : 1;
            }
            long makes = facts.known(equation.whole()) ? facts.low[equation.whole()] : 0;
            for (int part : equation.parts()) {
                makes -= facts.known(part) ? facts.low[part] : 0;
            }
            sums.add(new Sum(equation, columns, signs, makes));
        }
        return new Tangle(cells.stream().mapToInt(Integer::intValue).toArray(), sums);
    }

    /// The linear program of it, with no costs. What has no limit gets one beyond all that the sums
    /// could ask for.
    LinearModel model(Facts facts) {
        LinearModel model = new LinearModel(cells.length);
        long beyond = 1000;
        for (int i = 0; i < cells.length; i++) {
            model.low[i] = facts.low[cells[i]];
            model.high[i] = facts.high[cells[i]];
            beyond += 2 * (model.high[i] < Facts.UNLIMITED ? model.high[i] : model.low[i]);
        }
        for (Sum sum : sums) {
            beyond += 2 * Math.abs(sum.makes());
        }
        for (int i = 0; i < cells.length; i++) {
            model.high[i] = Math.min(model.high[i], beyond);
        }
        for (Sum sum : sums) {
            model.rows.add(
                    new LinearModel.Row(sum.columns(), sum.signs(), sum.makes(), sum.makes()));
        }
        return model;
    }

    private static int[] unknown(Facts facts, Equation equation) {
        int[] unknown = new int[equation.parts().length + 1];
        int count = 0;
        if (!facts.known(equation.whole())) {
            unknown[count++] = equation.whole();
        }
        for (int part : equation.parts()) {
            if (!facts.known(part)) {
                unknown[count++] = part;
            }
        }
        return Arrays.copyOf(unknown, count);
    }

    private static int root(int[] up, int cell) {
        int at = cell;
        while (up[at] != at) {
            up[at] = up[up[at]];
            at = up[at];
        }
        return at;
    }

    private static int join(int[] up, int a, int b) {
        int first = Math.min(root(up, a), root(up, b));
        int second = Math.max(root(up, a), root(up, b));
        up[second] = first;
        return first;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tangle tangle && Arrays.equals(cells, tangle.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }

    @Override
    public String toString() {
        return "Tangle" + Arrays.toString(cells);
    }
}
