package org.diogel.disclosure;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// OR-Tools: GLOP for linear programs, CP-SAT in whole numbers.
final class NativeSolver implements Solver {

    NativeSolver() {
        Loader.loadNativeLibraries();
    }

    @Override
    public String name() {
        return "OR-Tools 9.15 (GLOP, CP-SAT)";
    }

    @Override
    public Program program(LinearModel model) {
        return new Glop(model);
    }

    @Override
    public Answer whole(LinearModel model, long @Nullable [] hint, double work) {
        CpModel cp = new CpModel();
        IntVar[] columns = new IntVar[model.columns()];
        for (int c = 0; c < columns.length; c++) {
            columns[c] = cp.newIntVar(model.low[c], model.high[c], "");
            if (hint != null) {
                cp.addHint(columns[c], hint[c]);
            }
        }
        for (LinearModel.Row row : model.rows) {
            IntVar[] terms = new IntVar[row.columns().length];
            for (int t = 0; t < terms.length; t++) {
                terms[t] = columns[row.columns()[t]];
            }
            cp.addLinearConstraint(
                    LinearExpr.weightedSum(terms, row.coefficients()), row.low(), row.high());
        }
        cp.minimize(LinearExpr.weightedSum(columns, model.cost));
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(1).setRandomSeed(1).setMaxDeterministicTime(work);
        CpSolverStatus status = solver.solve(cp);
        if (status == CpSolverStatus.INFEASIBLE) {
            return new Answer(null, 0, View.UNBOUNDED);
        }
        if (status == CpSolverStatus.MODEL_INVALID) {
            throw new IllegalStateException("The solver refused the model: " + cp.validate());
        }
        // The objective is whole, so that its bound may be rounded up.
        long bound = (long) Math.ceil(solver.bestObjectiveBound() - 1e-6);
        if (status == CpSolverStatus.UNKNOWN) {
            return new Answer(null, 0, bound);
        }
        long[] values = new long[columns.length];
        long cost = 0;
        for (int c = 0; c < columns.length; c++) {
            values[c] = solver.value(columns[c]);
            cost += values[c] * model.cost[c];
        }
        return new Answer(values, cost, status == CpSolverStatus.OPTIMAL ? cost : bound);
    }

    private static final class Glop implements Program {

        private final MPSolver solver =
                new MPSolver("", MPSolver.OptimizationProblemType.GLOP_LINEAR_PROGRAMMING);
        private final MPVariable[] columns;
        private final List<MPConstraint> rows = new ArrayList<>();
        private final double[] values;
        private double[] duals = {};

        Glop(LinearModel model) {
            // Without preprocessing, the next solution starts from the last.
            solver.setSolverSpecificParametersAsString("use_preprocessing: false");
            columns = new MPVariable[model.columns()];
            values = new double[columns.length];
            for (int c = 0; c < columns.length; c++) {
                columns[c] = solver.makeNumVar(model.low[c], model.high[c], "");
                solver.objective().setCoefficient(columns[c], model.cost[c]);
            }
            solver.objective().setMinimization();
            model.rows.forEach(this::add);
        }

        @Override
        public void bounds(int column, double low, double high) {
            columns[column].setBounds(low, high);
        }

        @Override
        public void cost(int column, double cost) {
            solver.objective().setCoefficient(columns[column], cost);
        }

        @Override
        public void add(LinearModel.Row row) {
            double low = row.low() <= -View.UNBOUNDED ? Double.NEGATIVE_INFINITY : row.low();
            double high = row.high() >= View.UNBOUNDED ? Double.POSITIVE_INFINITY : row.high();
            MPConstraint constraint = solver.makeConstraint(low, high, "");
            for (int t = 0; t < row.columns().length; t++) {
                constraint.setCoefficient(columns[row.columns()[t]], row.coefficients()[t]);
            }
            rows.add(constraint);
        }

        @Override
        public boolean solve() {
            MPSolver.ResultStatus status = solver.solve();
            if (status != MPSolver.ResultStatus.OPTIMAL
                    && status != MPSolver.ResultStatus.INFEASIBLE) {
                // A basis kept from before can lead into trouble; begin afresh once.
                solver.reset();
                status = solver.solve();
            }
            if (status == MPSolver.ResultStatus.INFEASIBLE) {
                return false;
            }
            if (status != MPSolver.ResultStatus.OPTIMAL) {
                throw new IllegalStateException(
                        "The solver gave up on a linear program: " + status + ".");
            }
            // Copied at once: the solver forgets them when anything is changed.
            for (int c = 0; c < columns.length; c++) {
                values[c] = columns[c].solutionValue();
            }
            duals = new double[rows.size()];
            for (int r = 0; r < duals.length; r++) {
                duals[r] = rows.get(r).dualValue();
            }
            return true;
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
            solver.delete();
        }
    }
}
