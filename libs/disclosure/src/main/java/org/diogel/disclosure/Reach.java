package org.diogel.disclosure;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// What takes several totals at once: the least and the greatest that each hidden count can be, by
/// linear programs over all counts that hang together, and in whole numbers where those leave
/// little room.
final class Reach {

    /// So near a whole number that it is meant.
    private static final double NEAR = 1e-6;

    /// So few that each may have programs of its own.
    private static final int FEW = 20;

    /// What a question in whole numbers may take, in about seconds.
    private static final double WORK = 5;

    private final Facts facts;
    private final Tangle tangle;
    private final Solver solver;
    private final Solver.Program program;
    private final AuditRules rules;
    private final IntFunction<String> names;
    private final double[] least;
    private final double[] most;
    private final long[] leastWhole;
    private final long[] mostWhole;

    private Reach(
            Facts facts,
            Tangle tangle,
            Solver solver,
            Solver.Program program,
            AuditRules rules,
            IntFunction<String> names) {
        this.facts = facts;
        this.tangle = tangle;
        this.solver = solver;
        this.program = program;
        this.rules = rules;
        this.names = names;
        this.least = new double[tangle.cells().length];
        this.most = new double[tangle.cells().length];
        this.leastWhole = new long[least.length];
        this.mostWhole = new long[least.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        Arrays.fill(leastWhole, Facts.UNLIMITED);
        Arrays.fill(mostWhole, -Facts.UNLIMITED);
    }

    /// Narrows the hidden counts that can be.
    ///
    /// @param hidden which counts those are
    static void narrow(Facts facts, boolean[] hidden, AuditRules rules, IntFunction<String> names)
            throws Contradiction {
        Solver solver = null;
        for (Tangle tangle : Tangle.of(facts)) {
            if (tangle.sums().isEmpty() || !anyHidden(tangle, hidden)) {
                continue;
            }
            if (solver == null) {
                solver = Solvers.of(SolverChoice.AUTO);
            }
            try (Solver.Program program = solver.program(tangle.model(facts))) {
                new Reach(facts, tangle, solver, program, rules, names).narrow(hidden);
            }
        }
    }

    private static boolean anyHidden(Tangle tangle, boolean[] hidden) {
        for (int cell : tangle.cells()) {
            if (hidden[cell]) {
                return true;
            }
        }
        return false;
    }

    private void narrow(boolean[] hidden) throws Contradiction {
        spread(hidden);
        for (int i = 0; i < least.length; i++) {
            int cell = tangle.cells()[i];
            if (!hidden[cell] || wide(i)) {
                continue;
            }
            Reason top = end(i, true);
            if (wide(i)) {
                continue;
            }
            Reason bottom = end(i, false);
            long low = Math.max(facts.low[cell], (long) Math.ceil(least[i] - NEAR));
            long high = Math.min(facts.high[cell], (long) Math.floor(most[i] + NEAR));
            if (rules.tooNarrow(low, high)) {
                facts.found(cell, low, high, how(low, high, bottom, top));
            } else if (!wide(i)) {
                long wholeLow = Math.max(low, inWholeNumbers(i, 1));
                long wholeHigh = Math.min(high, -inWholeNumbers(i, -1));
                if (rules.tooNarrow(wholeLow, wholeHigh)) {
                    facts.found(
                            cell,
                            wholeLow,
                            wholeHigh,
                            "no other whole numbers fit; " + how(low, high, bottom, top));
                }
            }
        }
    }

    /// Pushes all hidden counts at once, some up and some down, and back: most turn out to have
    /// room enough, and need no program of their own. Which go up comes from a seed, the same every
    /// time.
    private void spread(boolean[] hidden) throws Contradiction {
        Random random = new Random(1);
        int before = undecided(hidden);
        for (boolean useful = before > FEW; useful; ) {
            int[] direction = new int[least.length];
            for (int i = 0; i < least.length; i++) {
                boolean open = hidden[tangle.cells()[i]] && !wide(i);
                direction[i] = open ? random.nextBoolean() ? 1 : -1 : 0;
            }
            for (int way : new int[] {1, -1}) {
                for (int i = 0; i < direction.length; i++) {
                    program.cost(i, way * direction[i]);
                }
                solve(0);
            }
            int after = undecided(hidden);
            useful = after > FEW && before - after > before / 20;
            before = after;
        }
        for (int i = 0; i < least.length; i++) {
            program.cost(i, 0);
        }
    }

    private int undecided(boolean[] hidden) {
        int undecided = 0;
        for (int i = 0; i < least.length; i++) {
            undecided += hidden[tangle.cells()[i]] && !wide(i) ? 1 : 0;
        }
        return undecided;
    }

    /// Keeps of all counts what was met, apart where all of it is whole.
    private void solve(int column) throws Contradiction {
        if (!program.solve()) {
            throw nothingFits(column);
        }
        double[] values = new double[least.length];
        boolean whole = true;
        for (int i = 0; i < least.length; i++) {
            values[i] = program.value(i);
            whole &= Math.abs(values[i] - Math.rint(values[i])) < NEAR;
        }
        for (int i = 0; i < least.length; i++) {
            least[i] = Math.min(least[i], values[i]);
            most[i] = Math.max(most[i], values[i]);
            if (whole) {
                leastWhole[i] = Math.min(leastWhole[i], Math.round(values[i]));
                mostWhole[i] = Math.max(mostWhole[i], Math.round(values[i]));
            }
        }
    }

    /// No whole numbers that fit cost less.
    private long inWholeNumbers(int column, long cost) throws Contradiction {
        LinearModel model = tangle.model(facts);
        model.cost[column] = cost;
        Solver.Answer answer = solver.whole(model, null, WORK);
        if (answer.values() == null && answer.proven()) {
            throw nothingFits(column);
        }
        return answer.bound();
    }

    /// Whether values far enough apart were met: whole ones, or any so far apart that no closer
    /// look in whole numbers is needed.
    private boolean wide(int column) {
        return most[column] - least[column] >= rules.width() + 1
                || mostWhole[column] - leastWhole[column] >= rules.width();
    }

    /// Goes as far as can be, and keeps of all counts what was met on the way.
    private @Nullable Reason end(int column, boolean up) throws Contradiction {
        program.cost(column, up ? -1 : 1);
        solve(column);
        double[] multipliers = new double[tangle.sums().size()];
        for (int s = 0; s < multipliers.length; s++) {
            multipliers[s] = up ? -program.dual(s) : program.dual(s);
        }
        program.cost(column, 0);
        return Reason.of(tangle, facts, column, up, multipliers, names);
    }

    private Contradiction nothingFits(int column) {
        return new Contradiction(
                "No whole numbers of at least 0 fit the totals that "
                        + names.apply(tangle.cells()[column])
                        + " stands in.");
    }

    private static String how(long low, long high, @Nullable Reason bottom, @Nullable Reason top) {
        if (bottom != null && top != null && bottom.bound() == low && top.bound() == high) {
            return Reason.both(bottom, top);
        }
        return "all its totals together leave no other value";
    }
}
