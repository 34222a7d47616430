package org.diogel.disclosure;

import java.util.Arrays;
import java.util.List;

/// Makes the problem out of tables, a primary rule and what was published before.
final class Problems {

    private Problems() {}

    static Problem of(
            List<Table> tables,
            List<long[]> needed,
            List<Release> earlier,
            Rules rules,
            Solver solver)
            throws NoPatternException {
        CellSystem system = CellSystem.of(tables.stream().map(Table::shape).toList());
        int size = system.size();
        long[] value = new long[size];
        long[] width = new long[size];
        Arrays.fill(value, Release.HIDDEN);
        for (int t = 0; t < tables.size(); t++) {
            Table table = tables.get(t);
            for (int c = 0; c < table.values().length; c++) {
                int i = system.at(t, c);
                if (value[i] != Release.HIDDEN && value[i] != table.value(c)) {
                    throw new IllegalArgumentException(
                            "The table "
                                    + table.shape().name()
                                    + " counts "
                                    + table.value(c)
                                    + " at "
                                    + String.join(", ", table.shape().codes(c))
                                    + ", another "
                                    + value[i]
                                    + " for the same.");
                }
                value[i] = table.value(c);
                width[i] = Math.max(width[i], needed.get(t)[c]);
            }
        }
        Standing[] standing = new Standing[size];
        long[] lowest = new long[size];
        for (int i = 0; i < size; i++) {
            boolean shown = rules.zeros() == Zeros.SHOWN && value[i] == 0;
            if (shown && width[i] > 0) {
                throw new IllegalArgumentException(
                        "A count of 0 is to be hidden, but zeros are always shown.");
            }
            standing[i] = shown ? Standing.SHOWN : width[i] > 0 ? Standing.HIDDEN : Standing.OPEN;
            lowest[i] = shown ? 0 : Math.min(rules.zeros().lowest(), value[i]);
        }
        for (int i : system.grandTotals()) {
            if (width[i] == 0) {
                standing[i] = Standing.SHOWN;
            }
        }
        Problem problem =
                new Problem(
                        system, system.equations(), value, width, standing, new long[size], lowest);
        if (!earlier.isEmpty()) {
            problem = new Releases(problem, earlier, rules, solver).problem();
        }
        weigh(problem, rules.objective());
        return problem;
    }

    private static void weigh(Problem problem, Objective objective) {
        long scale = scale(problem);
        for (int i = 0; i < problem.size(); i++) {
            if (problem.standing()[i] == Standing.OPEN) {
                problem.weight()[i] =
                        objective == Objective.CELLS
                                ? 1
                                : Math.addExact(Math.multiplyExact(problem.value()[i], scale), 1);
            }
        }
    }

    /// What one unit of a sum weighs: more than all cells together, which decide between equal
    /// sums.
    static long scale(Problem problem) {
        return 1 + Arrays.stream(problem.standing()).filter(s -> s == Standing.OPEN).count();
    }

    /// The least sum that weighs so much or more.
    static long sum(long weight, long scale) {
        return Math.max(0, Math.ceilDiv(weight - (scale - 1), scale));
    }
}
