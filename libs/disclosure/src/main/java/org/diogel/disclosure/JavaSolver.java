package org.diogel.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.diogel.disclosure.LinearModel.Row;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Mutate1D;

/// ojAlgo: pure Java, for where native code is refused.
final class JavaSolver implements Solver {

    /// Iterations for each unit of work.
    private static final int ITERATIONS = 20_000;

    @Override
    public String name() {
        return "ojAlgo 57.1";
    }

    @Override
    public Program program(LinearModel model) {
        return new Simplex(model);
    }

    @Override
    public Answer whole(LinearModel model, long @Nullable [] hint, double work) {
        ExpressionsBasedModel whole = new ExpressionsBasedModel();
        whole.options.iterations_abort = (int) (ITERATIONS * work);
        whole.options.time_abort = Long.MAX_VALUE;
        whole.options.time_suffice = Long.MAX_VALUE;
        Variable[] columns = new Variable[model.columns()];
        for (int c = 0; c < columns.length; c++) {
            columns[c] =
                    whole.newVariable("x" + c)
                            .integer()
                            .lower(model.low[c])
                            .upper(model.high[c])
                            .weight(model.cost[c]);
        }
        for (int r = 0; r < model.rows.size(); r++) {
            Row row = model.rows.get(r);
            Expression sum = whole.newExpression("r" + r);
            for (int t = 0; t < row.columns().length; t++) {
                sum.add(columns[row.columns()[t]], BigDecimal.valueOf(row.coefficients()[t]));
            }
            if (row.low() > -View.UNBOUNDED) {
                sum.lower(row.low());
            }
            if (row.high() < View.UNBOUNDED) {
                sum.upper(row.high());
            }
        }
        Optimisation.Result result = whole.minimise();
        Optimisation.State state = result.getState();
        if (!state.isFeasible()) {
            boolean none = state == Optimisation.State.INFEASIBLE;
            return new Answer(null, 0, none ? View.UNBOUNDED : -View.UNBOUNDED);
        }
        long[] values = new long[columns.length];
        long cost = 0;
        for (int c = 0; c < values.length; c++) {
            values[c] = Math.round(result.doubleValue(c));
            cost += values[c] * model.cost[c];
        }
        return new Answer(values, cost, state.isOptimal() ? cost : -View.UNBOUNDED);
    }

    /// Builds a program anew for every question, of the columns that are not fixed at the time.
    private static final class Simplex implements Program {

        private final List<Row> rows;
        private final double[] low;
        private final double[] high;
        private final double[] cost;
        private final double[] values;
        private double[] duals = {};

        Simplex(LinearModel model) {
            rows = new ArrayList<>(model.rows);
            low = Arrays.stream(model.low).asDoubleStream().toArray();
            high = Arrays.stream(model.high).asDoubleStream().toArray();
            cost = Arrays.stream(model.cost).asDoubleStream().toArray();
            values = new double[low.length];
        }

        @Override
        public void bounds(int column, double least, double most) {
            low[column] = least;
            high[column] = most;
        }

        @Override
        public void cost(int column, double one) {
            cost[column] = one;
        }

        @Override
        public void add(Row row) {
            rows.add(row);
        }

        @Override
        public boolean solve() {
            int[] place = new int[low.length];
            int free = 0;
            for (int c = 0; c < low.length; c++) {
                values[c] = low[c];
                place[c] = high[c] - low[c] > 1e-12 ? free++ : -1;
            }
            double[] goal = new double[free];
            double[] room = new double[free];
            for (int c = 0; c < low.length; c++) {
                if (place[c] >= 0) {
                    goal[place[c]] = cost[c];
                    room[place[c]] = high[c] - low[c];
                }
            }
            duals = new double[rows.size()];
            if (free == 0) {
                return rows.stream().allMatch(this::holds);
            }
            // Columns are counted from their lower bounds.
            LinearSolver.Builder builder =
                    LinearSolver.newGeneralBuilder(goal).lower(new double[free]).upper(room);
            List<Integer> equalities = new ArrayList<>();
            for (int r = 0; r < rows.size(); r++) {
                Row row = rows.get(r);
                if (Arrays.stream(row.columns()).allMatch(c -> place[c] < 0)) {
                    if (!holds(row)) {
                        return false;
                    }
                } else if (row.low() == row.high()) {
                    set(builder.equality(row.low() - rest(row)), row, place, 1);
                    equalities.add(r);
                } else if (row.low() > -View.UNBOUNDED) {
                    set(builder.inequality(rest(row) - row.low()), row, place, -1);
                }
            }
            LinearSolver solver = builder.build(options());
            Optimisation.Result result = solver.solve();
            if (!result.getState().isOptimal()) {
                return false;
            }
            for (int c = 0; c < low.length; c++) {
                values[c] += place[c] < 0 ? 0 : result.doubleValue(place[c]);
            }
            for (int e = 0; e < equalities.size(); e++) {
                duals[equalities.get(e)] = -solver.getDualMultiplier(e);
            }
            return true;
        }

        private static Optimisation.Options options() {
            Optimisation.Options options = new Optimisation.Options();
            options.time_abort = Long.MAX_VALUE;
            options.time_suffice = Long.MAX_VALUE;
            return options;
        }

        private static void set(Mutate1D into, Row row, int[] place, int sign) {
            for (int t = 0; t < row.columns().length; t++) {
                if (place[row.columns()[t]] >= 0) {
                    into.set(place[row.columns()[t]], sign * (double) row.coefficients()[t]);
                }
            }
        }

        private double rest(Row row) {
            double rest = 0;
            for (int t = 0; t < row.columns().length; t++) {
                rest += row.coefficients()[t] * low[row.columns()[t]];
            }
            return rest;
        }

        private boolean holds(Row row) {
            double rest = rest(row);
            return rest >= row.low() - 1e-9 && rest <= row.high() + 1e-9;
        }

        @Override
        public double value(int column) {
            return values[column];
        }

        @Override
        public double dual(int row) {
            return duals[row];
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
