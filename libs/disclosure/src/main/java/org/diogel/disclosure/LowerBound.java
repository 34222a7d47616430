package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.diogel.disclosure.LinearModel.Row;
import org.diogel.disclosure.Solver.Program;

/// What any safe pattern must weigh at least, primary counts not weighed. A count that is hidden
/// alone in a sum can be subtracted: so wherever a primary count stands alone, one more must be
/// hidden, and that one cannot be alone in its other sums either.
///
/// Where the table is small enough these inequalities are solved with counts hidden in part. Its
/// answer is not trusted but checked: each inequality gets a price such that no count is asked for
/// more than it weighs, and then the prices together are what must be paid.
final class LowerBound {

    /// Larger programs take too long for what they tell.
    private static final int MOST_COLUMNS = 3_000;

    private static final int ROUNDS = 4;
    private static final double VIOLATED = 0.05;

    private final Problem problem;
    private final Solver solver;
    private final int[] cells;
    private final List<Row> alone = new ArrayList<>();
    private final List<int[]> free = new ArrayList<>();

    LowerBound(Problem problem, Solver solver) {
        this.problem = problem;
        this.solver = solver;
        cells =
                IntStream.range(0, problem.size())
                        .filter(i -> problem.standing()[i] == Standing.OPEN)
                        .toArray();
        int[] column = new int[problem.size()];
        for (int c = 0; c < cells.length; c++) {
            column[cells[c]] = c;
        }
        for (Equation equation : problem.equations()) {
            int[] open = members(equation, Standing.OPEN);
            int[] hidden = members(equation, Standing.HIDDEN);
            for (int i = 0; i < open.length; i++) {
                open[i] = column[open[i]];
            }
            if (hidden.length == 1 && problem.needed()[hidden[0]] > 0) {
                long[] ones = new long[open.length];
                Arrays.fill(ones, 1);
                alone.add(Row.atLeast(open, ones, 1));
            } else if (hidden.length == 0 && open.length > 0) {
                free.add(open);
            }
        }
    }

    private int[] members(Equation equation, Standing standing) {
        return IntStream.concat(IntStream.of(equation.whole()), Arrays.stream(equation.parts()))
                .filter(i -> problem.standing()[i] == standing)
                .toArray();
    }

    /// The bound.
    long weight() {
        long apart = apart();
        boolean quick = !(solver instanceof JavaSolver) && cells.length <= MOST_COLUMNS;
        return alone.isEmpty() || !quick ? apart : Math.max(apart, inParts());
    }

    /// What is paid when inequalities are served one after the other, the shortest first.
    private long apart() {
        long[] left = new long[cells.length];
        for (int c = 0; c < left.length; c++) {
            left[c] = problem.weight()[cells[c]];
        }
        List<Row> rows = new ArrayList<>(alone);
        rows.sort(Comparator.comparingInt(row -> row.columns().length));
        long paid = 0;
        for (Row row : rows) {
            long price = Arrays.stream(row.columns()).mapToLong(c -> left[c]).min().orElse(0);
            for (int c : row.columns()) {
                left[c] -= price;
            }
            paid += price;
        }
        return paid;
    }

    private long inParts() {
        LinearModel model = new LinearModel(cells.length);
        for (int c = 0; c < cells.length; c++) {
            model.high[c] = View.UNBOUNDED;
            model.cost[c] = problem.weight()[cells[c]];
        }
        model.rows.addAll(alone);
        List<Row> rows = new ArrayList<>(alone);
        double best = 0;
        try (Program program = solver.program(model)) {
            for (int round = 0; round < ROUNDS && program.solve(); round++) {
                best = Math.max(best, checked(rows, program));
                List<Row> more = violated(program);
                more.forEach(program::add);
                rows.addAll(more);
                if (more.isEmpty()) {
                    break;
                }
            }
        }
        // Weights are whole, and so is the least.
        return (long) Math.ceil(best * (1 - 1e-9) - 1e-6);
    }

    /// What the solver's prices prove.
    private double checked(List<Row> rows, Program program) {
        double[] asked = new double[cells.length];
        double paid = 0;
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            double price = Math.max(0, program.dual(r));
            paid += row.low() * price;
            for (int t = 0; t < row.columns().length; t++) {
                asked[row.columns()[t]] += row.coefficients()[t] * price;
            }
        }
        double most = 1;
        for (int c = 0; c < asked.length; c++) {
            most = Math.max(most, asked[c] / problem.weight()[cells[c]]);
        }
        return paid / most;
    }

    /// Counts hidden in part with too little company in a sum.
    private List<Row> violated(Program program) {
        List<Row> violated = new ArrayList<>();
        for (int[] columns : free) {
            double sum = 0;
            int most = 0;
            for (int i = 0; i < columns.length; i++) {
                sum += program.value(columns[i]);
                if (program.value(columns[i]) > program.value(columns[most])) {
                    most = i;
                }
            }
            if (2 * program.value(columns[most]) - sum > VIOLATED) {
                long[] signs = new long[columns.length];
                Arrays.fill(signs, 1);
                signs[most] = -1;
                violated.add(Row.atLeast(columns, signs, 0));
            }
        }
        return violated;
    }
}
