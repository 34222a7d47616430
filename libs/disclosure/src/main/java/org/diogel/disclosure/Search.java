package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.diogel.disclosure.Attacker.Interval;

/// Has a pattern found by the means that suit its size, has it audited, and says what it is worth.
final class Search {

    private final List<Table> tables;
    private final Problem problem;
    private final Rules rules;
    private final Solver solver;

    Search(List<Table> tables, Problem problem, Rules rules, Solver solver) {
        this.tables = tables;
        this.problem = problem;
        this.rules = rules;
        this.solver = solver;
    }

    Protection protection() throws NoPatternException {
        if (isLarge()) {
            // Its certificates are its audit: each was checked in whole numbers, without the search.
            Repair.Result found = new Boxes(solver).repair(problem);
            return protection(
                    Proof.Method.REPAIR, found.hidden(), found.low(), found.high(), found.bound());
        }
        try (Exact exact = new Exact(problem, solver)) {
            Exact.Outcome outcome = exact.solve();
            long[] low = problem.value().clone();
            long[] high = problem.value().clone();
            audit(outcome.hidden(), low, high);
            return protection(Proof.Method.EXACT, outcome.hidden(), low, high, outcome.bound());
        }
    }

    private boolean isLarge() {
        long open = Arrays.stream(problem.standing()).filter(s -> s == Standing.OPEN).count();
        return open > Protector.MOST_OPEN;
    }

    /// Attacks a pattern afresh, without knowing the truth.
    private void audit(boolean[] hidden, long[] low, long[] high) {
        try (Attacker attacker = new Attacker(View.of(problem, hidden), solver)) {
            for (int i = 0; i < hidden.length; i++) {
                if (!attacker.safe(i, problem.needed()[i])) {
                    throw new IllegalStateException(
                            "A pattern did not stand the audit; nothing was protected.");
                }
            }
            for (int i = 0; i < problem.tables().size(); i++) {
                if (hidden[i]) {
                    Interval interval = attacker.interval(i);
                    low[i] = interval.low();
                    high[i] = interval.high();
                }
            }
        }
    }

    private Protection protection(
            Proof.Method method, boolean[] hidden, long[] low, long[] high, long bound) {
        CellSystem system = problem.tables();
        List<boolean[]> flags = new ArrayList<>();
        List<HiddenCell> cells = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            boolean[] own = new boolean[tables.get(t).values().length];
            for (int c = 0; c < own.length; c++) {
                int i = system.at(t, c);
                own[c] = hidden[i];
                if (hidden[i]) {
                    cells.add(new HiddenCell(t, c, primary(i), low[i], high[i]));
                }
            }
            flags.add(own);
        }
        return new Protection(tables, flags, cells, proof(method, hidden, bound));
    }

    private boolean primary(int i) {
        return problem.standing()[i] == Standing.HIDDEN;
    }

    private Proof proof(Proof.Method method, boolean[] hidden, long bound) {
        int primary = 0;
        int secondary = 0;
        long primarySum = 0;
        long secondarySum = 0;
        for (int i = 0; i < problem.tables().size(); i++) {
            if (hidden[i] && primary(i)) {
                primary++;
                primarySum += problem.value()[i];
            } else if (hidden[i]) {
                secondary++;
                secondarySum += problem.value()[i];
            }
        }
        boolean sum = rules.objective() == Objective.SUM;
        long least = sum ? Problems.sum(bound, Problems.scale(problem)) : bound;
        return new Proof(
                method,
                solver.name(),
                rules.objective(),
                rules.zeros(),
                sum ? primarySum + secondarySum : primary + secondary,
                sum ? primarySum + least : primary + least,
                primary,
                secondary);
    }
}
