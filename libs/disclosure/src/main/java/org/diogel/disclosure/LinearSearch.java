package org.diogel.disclosure;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diogel.disclosure.Moves.Witness;
import org.diogel.disclosure.Solver.Program;
import org.jspecify.annotations.Nullable;

/// Finds moves for a count that has neither a box nor a transfer, among all the moves there are: by
/// a linear program what to hide, then in whole numbers how far the count can go. Slow, and rarely
/// needed.
///
/// Source: J. P. Kelly, B. L. Golden and A. A. Assad, "Cell suppression: disclosure protection for
/// sensitive tabular data", Networks 22 (1992).
final class LinearSearch implements AutoCloseable {

    /// What a count costs that is free, so that no more change than need be.
    private static final double NEARLY_FREE = 1e-3;

    private final Problem problem;
    private final long[] cost;
    private final long[] slack;
    private final int[] cells;
    private final Program program;
    private final Solver solver;
    private @Nullable Moves moves;

    /// @param from the first count that may change
    LinearSearch(Problem problem, Solver solver, long[] cost, long[] slack, int from) {
        this.problem = problem;
        this.cost = cost;
        this.slack = slack;
        this.solver = solver;
        cells =
                IntStream.range(from, problem.size())
                        .filter(i -> cost[i] < BoxSearch.FORBIDDEN)
                        .toArray();
        program = solver.program(model());
    }

    /// Moves that protect a count; what they change besides counts that are free is chosen to cost
    /// little.
    ///
    /// @return null when there are none whatever is hidden
    Move @Nullable [] find(int primary) {
        boolean[] hidden = new boolean[problem.size()];
        for (int cell : cells) {
            hidden[cell] = cost[cell] == 0;
        }
        boolean[] all = hidden.clone();
        for (int cell : cells) {
            all[cell] = true;
        }
        Move found = quick(primary, hidden);
        if (found != null) {
            return new Move[] {found};
        }
        if (moves == null) {
            moves = new Moves(problem, solver);
        }
        Witness witness = moves.witness(primary, hidden);
        if (witness == null) {
            witness = moves.witness(primary, all);
        }
        return witness == null ? null : moves(witness);
    }

    /// The same, only if the program's own answer is in whole numbers.
    @Nullable Move quick(int primary) {
        return quick(primary, new boolean[problem.size()]);
    }

    /// @param hidden gets what the program would hide
    private @Nullable Move quick(int primary, boolean[] hidden) {
        for (int c = 0; c < cells.length; c++) {
            double price = Math.max(NEARLY_FREE, (double) cost[cells[c]]);
            program.cost(2 * c, price);
            program.cost(2 * c + 1, price);
        }
        int column = 2 * Arrays.binarySearch(cells, primary);
        long needed = problem.needed()[primary];
        for (int side = 0; side < 2; side++) {
            double most = side == 0 ? View.UNBOUNDED : slack[primary];
            if (most < needed) {
                continue;
            }
            program.bounds(column + side, needed, most);
            program.bounds(column + 1 - side, 0, 0);
            Move found = program.solve() ? found(hidden) : null;
            program.bounds(column, 0, View.UNBOUNDED);
            program.bounds(column + 1, 0, slack[primary]);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// What the program says changes, if it is in whole numbers.
    private @Nullable Move found(boolean[] hidden) {
        boolean whole = true;
        int count = 0;
        int[] changed = new int[cells.length];
        long[] by = new long[cells.length];
        for (int c = 0; c < cells.length; c++) {
            double value = program.value(2 * c) - program.value(2 * c + 1);
            long change = Math.round(value);
            whole &= Math.abs(value - change) <= 1e-6;
            hidden[cells[c]] |= Math.abs(value) > 1e-6;
            if (change != 0) {
                changed[count] = cells[c];
                by[count++] = change;
            }
        }
        return whole ? new Move(Arrays.copyOf(changed, count), Arrays.copyOf(by, count)) : null;
    }

    private static Move[] moves(Witness witness) {
        return Stream.of(witness.up(), witness.down())
                .filter(move -> move.cells().length > 0)
                .toArray(Move[]::new);
    }

    /// A column for how far each count rises and one for how far it falls.
    private LinearModel model() {
        LinearModel model = new LinearModel(2 * cells.length);
        for (int c = 0; c < cells.length; c++) {
            model.high[2 * c] = View.UNBOUNDED;
            model.high[2 * c + 1] = slack[cells[c]];
        }
        for (Equation equation : problem.equations()) {
            int[] members =
                    IntStream.concat(
                                    IntStream.of(equation.whole()),
                                    Arrays.stream(equation.parts()))
                            .filter(i -> Arrays.binarySearch(cells, i) >= 0)
                            .toArray();
            int[] columns = new int[2 * members.length];
            long[] coefficients = new long[columns.length];
            for (int m = 0; m < members.length; m++) {
                int column = 2 * Arrays.binarySearch(cells, members[m]);
                long sign = members[m] == equation.whole() ? -1 : 1;
                columns[2 * m] = column;
                columns[2 * m + 1] = column + 1;
                coefficients[2 * m] = sign;
                coefficients[2 * m + 1] = -sign;
            }
            if (members.length > 0) {
                model.rows.add(new LinearModel.Row(columns, coefficients, 0, 0));
            }
        }
        return model;
    }

    @Override
    public void close() {
        program.close();
        if (moves != null) {
            moves.close();
        }
    }
}
