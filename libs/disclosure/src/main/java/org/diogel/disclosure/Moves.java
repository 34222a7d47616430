package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.diogel.disclosure.Solver.Program;
import org.jspecify.annotations.Nullable;

/// Looks for moves of a problem's counts: how far a primary count can go when some counts are
/// hidden, wholly or (while the search still hesitates) in part.
final class Moves implements AutoCloseable {

    /// How much may be done to find one move in whole numbers.
    private static final double WORK = 2;

    /// What it counts as, in linear programs.
    private static final int WHOLE = 20;

    private static final int MOST_KEPT = 400;

    final Problem problem;

    /// How much each count can grow and shrink at most, whatever is hidden.
    final long[] up;

    final long[] down;

    private final Solver solver;

    /// Counts that may be hidden, the columns; and the column of each count, or -1.
    private final int[] cells;

    private final int[] column;
    private final LinearModel model;
    private final Program program;
    private final double[] least;
    private final double[] most;
    private final List<Move> kept = new ArrayList<>();
    private int next;
    private long work;
    private long doubts;

    Moves(Problem problem, Solver solver) {
        this.problem = problem;
        this.solver = solver;
        int size = problem.size();
        cells =
                java.util.stream.IntStream.range(0, size)
                        .filter(i -> problem.standing()[i] != Standing.SHOWN)
                        .toArray();
        column = new int[size];
        Arrays.fill(column, -1);
        for (int c = 0; c < cells.length; c++) {
            column[cells[c]] = c;
        }
        boolean[] all = new boolean[size];
        for (int cell : cells) {
            all[cell] = true;
        }
        View view = View.of(problem, all);
        long[] low = view.low().clone();
        long[] high = view.high().clone();
        Ranges.narrow(view.equations(), low, high);
        up = new long[size];
        down = new long[size];
        for (int i = 0; i < size; i++) {
            up[i] = high[i] >= View.UNBOUNDED ? View.UNBOUNDED : high[i] - problem.value()[i];
            down[i] = problem.value()[i] - low[i];
        }
        model = new LinearModel(cells.length);
        for (Equation equation : problem.equations()) {
            LinearModel.Row row = row(equation);
            if (row.columns().length > 0) {
                model.rows.add(row);
            }
        }
        program = solver.program(model);
        least = new double[cells.length];
        most = new double[cells.length];
    }

    private LinearModel.Row row(Equation equation) {
        int[] columns = new int[equation.parts().length + 1];
        long[] coefficients = new long[columns.length];
        int count = 0;
        if (column[equation.whole()] >= 0) {
            columns[count] = column[equation.whole()];
            coefficients[count++] = -1;
        }
        for (int part : equation.parts()) {
            if (column[part] >= 0) {
                columns[count] = column[part];
                coefficients[count++] = 1;
            }
        }
        return new LinearModel.Row(
                Arrays.copyOf(columns, count), Arrays.copyOf(coefficients, count), 0, 0);
    }

    /// How far a count can go when each count is hidden in part, in fractions.
    ///
    /// @param sign 1 to grow, -1 to shrink
    /// @param shares between 0 and 1, how far each count is hidden
    /// @param cap no count may change by more
    double reach(int cell, int sign, double[] shares, long cap) {
        for (int c = 0; c < cells.length; c++) {
            double share = shares[cells[c]];
            double low = -share * Math.min(down[cells[c]], cap);
            double high = share * Math.min(up[cells[c]], cap);
            if (low != least[c] || high != most[c]) {
                least[c] = low;
                most[c] = high;
                program.bounds(c, low, high);
            }
        }
        work++;
        program.cost(column[cell], -sign);
        if (!program.solve()) {
            throw new IllegalStateException("Standing still is always a move.");
        }
        program.cost(column[cell], 0);
        return sign * program.value(column[cell]);
    }

    /// How much was asked of the solver so far, in linear programs.
    long work() {
        return work;
    }

    /// How often the solver could not say in whole numbers whether there is a further move.
    long doubts() {
        return doubts;
    }

    /// The last move of [#reach], if it is in whole numbers; kept for later.
    @Nullable Move move() {
        long[] by = new long[cells.length];
        for (int c = 0; c < by.length; c++) {
            double value = program.value(c);
            by[c] = Math.round(value);
            if (Math.abs(value - by[c]) > 1e-6) {
                return null;
            }
        }
        return keep(by);
    }

    /// What the last [#reach] says of every sum: the change of its goal for each unit a sum is off.
    double[] prices() {
        double[] prices = new double[model.rows.size()];
        for (int r = 0; r < prices.length; r++) {
            prices[r] = program.dual(r);
        }
        return prices;
    }

    /// The sums, over [#column]s.
    List<LinearModel.Row> rows() {
        return model.rows;
    }

    int[] cells() {
        return cells;
    }

    int column(int cell) {
        return column[cell];
    }

    /// The furthest move in whole numbers, though no further than the count needs.
    private Move furthest(int cell, int sign, boolean[] hidden) {
        for (int c = 0; c < cells.length; c++) {
            boolean open = hidden[cells[c]];
            // What is not limited by the sums is limited here; it can go far enough all the same.
            long limit = Math.min(up[cells[c]], 1L << 40);
            model.low[c] = open ? -down[cells[c]] : 0;
            model.high[c] = open ? limit : 0;
        }
        int goal = column[cell];
        model.low[goal] = Math.max(model.low[goal], -problem.needed()[cell]);
        model.high[goal] = Math.min(model.high[goal], problem.needed()[cell]);
        work += WHOLE;
        model.cost[goal] = -sign;
        Solver.Answer answer = solver.whole(model, null, WORK);
        model.cost[goal] = 0;
        doubts += answer.proven() ? 0 : 1;
        long[] values = answer.values();
        Move move = values == null ? null : keep(values);
        return move == null ? Move.NONE : move;
    }

    /// How far apart moves found before take a count.
    Witness known(int cell, boolean[] hidden) {
        Witness best = new Witness(Move.NONE, Move.NONE);
        for (Move move : kept) {
            if (move.at(cell) != 0 && move.within(hidden)) {
                best = best.with(cell, move);
            }
        }
        return best;
    }

    /// Two moves by which a count's values lie at least so far apart as it needs.
    ///
    /// @return null when there are none
    @Nullable Witness witness(int cell, boolean[] hidden) {
        long needed = problem.needed()[cell];
        Witness best = known(cell, hidden);
        if (best.width(cell) >= needed) {
            return best;
        }
        double[] shares = new double[problem.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = hidden[i] ? 1 : 0;
        }
        // First near by, where fractions are rare; then wherever it goes.
        for (long cap : new long[] {needed, View.UNBOUNDED / 1024}) {
            double reach = 0;
            for (int sign : new int[] {1, -1}) {
                reach += reach(cell, sign, shares, cap);
                Move move = move();
                if (move != null) {
                    best = best.with(cell, move);
                }
                if (best.width(cell) >= needed) {
                    return best;
                }
            }
            if (cap > needed && reach < needed - 1e-6) {
                return null;
            }
        }
        for (int sign : new int[] {1, -1}) {
            best = best.with(cell, furthest(cell, sign, hidden));
            if (best.width(cell) >= needed) {
                return best;
            }
        }
        return null;
    }

    /// Checks in whole numbers that it is a move, and keeps it.
    private @Nullable Move keep(long[] by) {
        for (LinearModel.Row row : model.rows) {
            long sum = 0;
            for (int t = 0; t < row.columns().length; t++) {
                sum += row.coefficients()[t] * by[row.columns()[t]];
            }
            if (sum != 0) {
                return null;
            }
        }
        int count = 0;
        int[] changed = new int[by.length];
        long[] changes = new long[by.length];
        for (int c = 0; c < by.length; c++) {
            if (by[c] < -down[cells[c]] || by[c] > up[cells[c]]) {
                return null;
            }
            if (by[c] != 0) {
                changed[count] = cells[c];
                changes[count++] = by[c];
            }
        }
        Move move = new Move(Arrays.copyOf(changed, count), Arrays.copyOf(changes, count));
        if (count > 0) {
            if (kept.size() < MOST_KEPT) {
                kept.add(move);
            } else {
                kept.set(next, move);
                next = (next + 1) % MOST_KEPT;
            }
        }
        return move;
    }

    @Override
    public void close() {
        program.close();
    }

    /// A move that takes a count far up, and one that takes it far down.
    record Witness(Move up, Move down) {

        long width(int cell) {
            return up.at(cell) - down.at(cell);
        }

        Witness with(int cell, Move move) {
            long by = move.at(cell);
            return by > up.at(cell)
                    ? new Witness(move, down)
                    : by < down.at(cell) ? new Witness(up, move) : this;
        }

        boolean within(boolean[] hidden) {
            return up.within(hidden) && down.within(hidden);
        }
    }
}
