package org.diogel.disclosure;

import java.util.List;
import java.util.OptionalLong;
import org.diogel.disclosure.Solver.Answer;
import org.diogel.disclosure.Solver.Program;

/// Hidden counts that sums tie together, and how far each can go.
final class Component implements AutoCloseable {

    /// How much may be done to settle one end of one interval in whole numbers.
    private static final double WORK = 4;

    private static final double SLACK = 1e-5;

    private final Solver solver;
    private final LinearModel model;
    private final Program program;
    private final long[] seenLow;
    private final long[] seenHigh;

    /// @param rows the sums, as equations between columns
    Component(Solver solver, long[] low, long[] high, List<LinearModel.Row> rows) {
        this.solver = solver;
        model = new LinearModel(low.length);
        System.arraycopy(low, 0, model.low, 0, low.length);
        System.arraycopy(high, 0, model.high, 0, high.length);
        model.rows.addAll(rows);
        program = solver.program(model);
        seenLow = new long[low.length];
        seenHigh = new long[low.length];
        java.util.Arrays.fill(seenLow, View.UNBOUNDED);
        java.util.Arrays.fill(seenHigh, -View.UNBOUNDED);
    }

    /// The greatest difference between values of a column seen so far, in whole numbers that fit.
    long seen(int column) {
        return seenHigh[column] - seenLow[column];
    }

    /// The least a column can be.
    ///
    /// @param whole whether fractions are to be excluded; without it the answer may be too low
    long least(int column, boolean whole) {
        double value = extreme(column, 1);
        long bound = (long) Math.ceil(value - SLACK);
        if (!whole || seenLow[column] <= bound) {
            return bound;
        }
        return Math.max(bound, settle(column, 1).orElse(bound));
    }

    /// The most a column can be.
    long most(int column, boolean whole) {
        double value = extreme(column, -1);
        long bound = (long) Math.floor(value + SLACK);
        if (!whole || seenHigh[column] >= bound) {
            return bound;
        }
        OptionalLong settled = settle(column, -1);
        return settled.isPresent() ? Math.min(bound, -settled.getAsLong()) : bound;
    }

    private double extreme(int column, int cost) {
        program.cost(column, cost);
        boolean found = program.solve();
        program.cost(column, 0);
        if (!found) {
            throw new IllegalArgumentException("No numbers fit these sums.");
        }
        long[] point = new long[model.columns()];
        boolean whole = true;
        for (int c = 0; c < point.length; c++) {
            double value = program.value(c);
            point[c] = Math.round(value);
            whole &= Math.abs(value - point[c]) < 1e-3;
        }
        if (whole) {
            see(point);
        }
        return program.value(column);
    }

    private OptionalLong settle(int column, int cost) {
        model.cost[column] = cost;
        Answer answer = solver.whole(model, null, WORK);
        model.cost[column] = 0;
        long[] values = answer.values();
        if (values != null) {
            see(values);
        } else if (answer.proven()) {
            throw new IllegalArgumentException("No whole numbers fit these sums.");
        }
        return answer.bound() <= -View.UNBOUNDED
                ? OptionalLong.empty()
                : OptionalLong.of(answer.bound());
    }

    /// Notes a point, if it fits exactly.
    private void see(long[] point) {
        for (int c = 0; c < point.length; c++) {
            if (point[c] < model.low[c] || point[c] > model.high[c]) {
                return;
            }
        }
        for (LinearModel.Row row : model.rows) {
            long sum = 0;
            for (int t = 0; t < row.columns().length; t++) {
                sum += row.coefficients()[t] * point[row.columns()[t]];
            }
            if (sum < row.low() || sum > row.high()) {
                return;
            }
        }
        for (int c = 0; c < point.length; c++) {
            seenLow[c] = Math.min(seenLow[c], point[c]);
            seenHigh[c] = Math.max(seenHigh[c], point[c]);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
