package org.diogel.disclosure;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.diogel.disclosure.LinearModel.Row;
import org.diogel.disclosure.Moves.Witness;
import org.diogel.disclosure.Solver.Answer;
import org.diogel.disclosure.Solver.Program;
import org.jspecify.annotations.Nullable;

/// Finds the safe pattern that weighs least, by Benders' decomposition: a pattern is proposed that
/// satisfies all inequalities known so far, attackers try it, and what they find out becomes
/// further inequalities, first for counts hidden in part (which is quick and gives good bounds),
/// then for whole ones.
///
/// Source: M. Fischetti and J. J. Salazar, "Models and algorithms for optimizing cell suppression
/// in tabular data with linear constraints", Journal of the American Statistical Association 95
/// (2000).
final class Exact implements AutoCloseable {

    /// A pattern, safe, and how good it is.
    ///
    /// @param bound no safe pattern weighs less
    record Outcome(boolean[] hidden, long weight, long bound) {}

    /// Limits of work, counted and not timed: they end a search in the same place on any machine.
    private static final int MOST_ROUNDS = 150;

    private static final int MOST_CUTS_A_ROUND = 30;
    private static final int MOST_PROPOSALS = 60;
    private static final double WORK_ALTOGETHER = 8;

    private final Problem problem;
    private final Solver solver;
    private final Moves moves;
    private final Cuts cuts;
    private final int[] primaries;
    private final Patches patches;
    private final Lines lines;
    private final Set<Row> rows = new LinkedHashSet<>();
    private final boolean[] all;
    private boolean[] best;
    private long bound;

    /// @throws NoPatternException when hiding everything does not protect
    Exact(Problem problem, Solver solver) throws NoPatternException {
        this.problem = problem;
        this.solver = solver;
        moves = new Moves(problem, solver);
        cuts = new Cuts(moves);
        primaries =
                IntStream.range(0, problem.size()).filter(i -> problem.needed()[i] > 0).toArray();
        all = new boolean[problem.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = problem.standing()[i] != Standing.SHOWN;
        }
        Witness[] furthest = new Witness[primaries.length];
        for (int p = 0; p < primaries.length; p++) {
            Witness witness = moves.witness(primaries[p], all);
            if (witness == null) {
                throw new NoPatternException(
                        "No pattern protects: even with everything hidden that may be, a small"
                                + " count could be worked out from what has to be shown.");
            }
            furthest[p] = witness;
        }
        patches = new Patches(moves, solver, primaries, furthest);
        lines = new Lines(problem);
        best = all;
    }

    Outcome solve() {
        rows.addAll(lines.always());
        double[] shares = relaxed();
        boolean[] start = new boolean[problem.size()];
        for (int i = 0; i < start.length; i++) {
            start[i] = problem.standing()[i] == Standing.HIDDEN || shares[i] > 0.99;
        }
        improve(start, shares);
        whole(shares);
        return new Outcome(best, patches.weight(best), Math.min(bound, patches.weight(best)));
    }

    private void improve(boolean[] hidden, double[] shares) {
        boolean[] found = patches.trimmed(patches.mended(hidden, shares), shares);
        if (patches.weight(found) < patches.weight(best)) {
            best = found;
        }
    }

    /// Adds inequalities for counts hidden in part until none is found.
    private double[] relaxed() {
        LinearModel model = master(rows);
        double[] shares = new double[problem.size()];
        try (Program program = solver.program(model)) {
            int from = 0;
            for (int round = 0; round < MOST_ROUNDS; round++) {
                if (!program.solve()) {
                    throw new IllegalStateException("Hiding everything satisfies any cut.");
                }
                double cost = 0;
                for (int i = 0; i < shares.length; i++) {
                    shares[i] = Math.clamp(program.value(i), 0, 1);
                    cost += shares[i] * problem.weight()[i];
                }
                bound = Math.max(bound, (long) Math.ceil(cost - 1e-5));
                Set<Row> found = new LinkedHashSet<>(lines.violated(shares));
                int last = from;
                for (int p = 0; p < primaries.length && found.size() < MOST_CUTS_A_ROUND; p++) {
                    last = (from + p) % primaries.length;
                    int cell = primaries[last];
                    Row row = cuts.separate(cell, shares, problem.needed()[cell]);
                    if (row != null) {
                        found.add(row);
                    }
                }
                from = last + 1;
                found.removeAll(rows);
                if (found.isEmpty()) {
                    break;
                }
                rows.addAll(found);
                found.forEach(program::add);
            }
        }
        return shares;
    }

    /// Has patterns proposed in whole numbers until one is safe or the bound is reached.
    private void whole(double[] relaxed) {
        double work = WORK_ALTOGETHER;
        for (int round = 0; round < MOST_PROPOSALS && work > 0; round++) {
            if (bound >= patches.weight(best)) {
                return;
            }
            Set<Row> full = new LinkedHashSet<>(rows);
            full.addAll(lines.all());
            LinearModel master = master(full);
            Answer answer = solver.whole(master, hint(), work);
            work -= 0.05 + (answer.proven() ? 0 : work);
            bound = Math.max(bound, Math.min(answer.bound(), patches.weight(best)));
            long[] values = answer.values();
            if (values == null || bound >= patches.weight(best)) {
                return;
            }
            boolean[] hidden = new boolean[values.length];
            double[] shares = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                hidden[i] = values[i] > 0;
                shares[i] = values[i];
            }
            if (attacked(hidden, shares)) {
                double[] mixed = new double[shares.length];
                Arrays.setAll(mixed, i -> (shares[i] + relaxed[i]) / 2);
                improve(hidden, mixed);
            } else if (patches.weight(hidden) < patches.weight(best)) {
                best = hidden;
            }
        }
    }

    /// Adds what attackers find out about a pattern; whether they found anything.
    private boolean attacked(boolean[] hidden, double[] shares) {
        boolean unsafe = false;
        for (int cell : primaries) {
            if (moves.witness(cell, hidden) != null) {
                continue;
            }
            unsafe = true;
            Row row = cuts.separate(cell, shares, problem.needed()[cell]);
            if (row == null) {
                row = cuts.separate(cell, shares, 1L << 40);
            }
            rows.add(row == null ? cover(cell, hidden) : row);
        }
        return unsafe;
    }

    /// At least one more count has to be hidden, out of as few as can be told.
    private Row cover(int cell, boolean[] hidden) {
        boolean[] more = hidden.clone();
        for (int i = 0; i < more.length; i++) {
            if (!more[i] && all[i]) {
                more[i] = true;
                more[i] = moves.witness(cell, more) == null;
            }
        }
        int[] rest = IntStream.range(0, more.length).filter(i -> all[i] && !more[i]).toArray();
        long[] ones = new long[rest.length];
        Arrays.fill(ones, 1);
        return Row.atLeast(rest, ones, 1);
    }

    private LinearModel master(Set<Row> rows) {
        LinearModel model = new LinearModel(problem.size());
        for (int i = 0; i < problem.size(); i++) {
            model.low[i] = problem.standing()[i] == Standing.HIDDEN ? 1 : 0;
            model.high[i] = problem.standing()[i] == Standing.SHOWN ? 0 : 1;
            model.cost[i] = problem.weight()[i];
        }
        model.rows.addAll(rows);
        return model;
    }

    private long @Nullable [] hint() {
        long[] hint = new long[best.length];
        Arrays.setAll(hint, i -> best[i] ? 1 : 0);
        return hint;
    }

    @Override
    public void close() {
        moves.close();
        patches.close();
    }

    /// Inequalities that any pattern satisfies in which nothing is hidden in vain: a count hidden
    /// alone in a sum can be subtracted.
    private static final class Lines {

        private final List<Row> always;
        private final List<Row> others;

        Lines(Problem problem) {
            Set<Row> always = new LinkedHashSet<>();
            Set<Row> others = new LinkedHashSet<>();
            for (Equation equation : problem.equations()) {
                int[] open =
                        IntStream.concat(
                                        IntStream.of(equation.whole()),
                                        Arrays.stream(equation.parts()))
                                .filter(i -> problem.standing()[i] == Standing.OPEN)
                                .toArray();
                int[] hidden =
                        IntStream.concat(
                                        IntStream.of(equation.whole()),
                                        Arrays.stream(equation.parts()))
                                .filter(i -> problem.standing()[i] == Standing.HIDDEN)
                                .toArray();
                if (hidden.length == 1 && problem.needed()[hidden[0]] > 0) {
                    long[] ones = new long[open.length];
                    Arrays.fill(ones, 1);
                    always.add(Row.atLeast(open, ones, 1));
                } else if (hidden.length == 0) {
                    for (int alone = 0; alone < open.length; alone++) {
                        long[] signs = new long[open.length];
                        Arrays.fill(signs, 1);
                        signs[alone] = -1;
                        others.add(Row.atLeast(open, signs, 0));
                    }
                }
            }
            this.always = List.copyOf(always);
            this.others = List.copyOf(others);
        }

        List<Row> always() {
            return always;
        }

        List<Row> all() {
            return others;
        }

        List<Row> violated(double[] shares) {
            return others.stream()
                    .filter(row -> {
                        double sum = 0;
                        for (int t = 0; t < row.columns().length; t++) {
                            sum += row.coefficients()[t] * shares[row.columns()[t]];
                        }
                        return sum < -1e-3;
                    })
                    .toList();
        }
    }
}
