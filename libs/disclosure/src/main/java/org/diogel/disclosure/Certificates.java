package org.diogel.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Checks moves in whole numbers: that every sum stays, that only hidden counts change, that each
/// primary count can be as far from itself as it needs. Trusts nothing that the search says.
final class Certificates {

    private final Problem problem;

    /// The sums each count stands in, one after the other; where those of a count begin.
    private final int[] sums;

    private final int[] from;
    private final long[] change;

    /// For each sum a count of an earlier release's change that stands in no other, or -1.
    private final int[] absorber;

    Certificates(Problem problem) {
        this.problem = problem;
        List<Equation> equations = problem.equations();
        from = new int[problem.size() + 1];
        for (Equation equation : equations) {
            from[equation.whole() + 1]++;
            for (int part : equation.parts()) {
                from[part + 1]++;
            }
        }
        for (int i = 0; i < problem.size(); i++) {
            from[i + 1] += from[i];
        }
        sums = new int[from[problem.size()]];
        int[] next = from.clone();
        for (int e = 0; e < equations.size(); e++) {
            // A whole is told from a part by its sign.
            sums[next[equations.get(e).whole()]++] = -e - 1;
            for (int part : equations.get(e).parts()) {
                sums[next[part]++] = e;
            }
        }
        change = new long[equations.size()];
        absorber = new int[equations.size()];
        Arrays.fill(absorber, -1);
        for (int i = problem.tables().size(); i < problem.size(); i++) {
            if (from[i + 1] - from[i] == 1 && problem.standing()[i] == Standing.HIDDEN) {
                absorber[sum(sums[from[i]])] = i;
            }
        }
    }

    /// A move of the tables' counts with the changes since earlier releases that it makes: the
    /// counts then stay as they are.
    Move completed(Move move) {
        if (problem.size() == problem.tables().size()) {
            return move;
        }
        add(move, 1);
        Map<Integer, Long> by = new TreeMap<>();
        for (int i = 0; i < move.cells().length; i++) {
            by.put(move.cells()[i], move.by()[i]);
        }
        for (int cell : move.cells()) {
            for (int s = from[cell]; s < from[cell + 1]; s++) {
                int e = sum(sums[s]);
                if (absorber[e] >= 0 && change[e] != 0) {
                    boolean whole = sums[from[absorber[e]]] < 0;
                    by.put(absorber[e], whole ? change[e] : -change[e]);
                }
            }
        }
        add(move, -1);
        return new Move(
                by.keySet().stream().mapToInt(Integer::intValue).toArray(),
                by.values().stream().mapToLong(Long::longValue).toArray());
    }

    private static int sum(int coded) {
        return coded < 0 ? -coded - 1 : coded;
    }

    /// Whether a change keeps every sum.
    boolean holds(Move move) {
        add(move, 1);
        boolean holds = true;
        for (int cell : move.cells()) {
            for (int s = from[cell]; s < from[cell + 1]; s++) {
                holds &= change[sum(sums[s])] == 0;
            }
        }
        add(move, -1);
        return holds;
    }

    private void add(Move move, int sign) {
        for (int i = 0; i < move.cells().length; i++) {
            long by = sign * move.by()[i];
            int cell = move.cells()[i];
            for (int s = from[cell]; s < from[cell + 1]; s++) {
                if (sums[s] < 0) {
                    change[-sums[s] - 1] -= by;
                } else {
                    change[sums[s]] += by;
                }
            }
        }
    }

    /// The pattern, with how far each count's certificates reach.
    ///
    /// @throws IllegalStateException when a certificate does not prove what it should
    Repair.Result result(Cover cover, long bound) {
        boolean[] hidden = cover.hidden();
        long[] low = problem.value().clone();
        long[] high = problem.value().clone();
        for (int primary : cover.primaries()) {
            for (Move move : cover.moves(primary)) {
                if (!move.within(hidden) || !holds(move)) {
                    throw new IllegalStateException("A certificate does not hold.");
                }
                for (int cell : move.cells()) {
                    long value = problem.value()[cell];
                    low[cell] = Math.min(low[cell], value - cover.fall(cell, move));
                    high[cell] = Math.max(high[cell], value + cover.rise(cell, move));
                }
            }
            if (high[primary] - low[primary] < problem.needed()[primary]) {
                throw new IllegalStateException("A certificate does not reach far enough.");
            }
        }
        return new Repair.Result(hidden, low, high, bound);
    }
}
