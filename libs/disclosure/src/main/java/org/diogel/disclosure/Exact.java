package org.diogel.disclosure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import org.diogel.disclosure.LinearModel.Row;
import org.diogel.disclosure.Moves.Witness;
import org.diogel.disclosure.Solver.Program;

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
    private static final int MOST_NODES = 1500;
    private static final long MOST_WORK = 12_000;
    private static final long MOST_WORK_FOR_A_COVER = 1_000;
    private static final int MOST_LOOKS_AT_A_NODE = 12;
    private static final int IMPROVE_EVERY = 40;

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
    private long mostWork;

    /// The bound when an inequality was added that the solver could not quite prove.
    private long sure = View.UNBOUNDED;

    private int turn;

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
        LinearModel model = master();
        try (Program program = solver.program(model)) {
            double[] shares = relaxed(program);
            boolean[] start = new boolean[problem.size()];
            for (int i = 0; i < start.length; i++) {
                start[i] = problem.standing()[i] == Standing.HIDDEN || shares[i] > 0.99;
            }
            improve(start, shares);
            branch(program, shares);
        }
        long weight = patches.weight(best);
        return new Outcome(best, weight, Math.min(weight, Math.min(bound, sure)));
    }

    private void improve(boolean[] hidden, double[] shares) {
        boolean[] found = patches.trimmed(patches.mended(hidden, shares), shares);
        if (patches.weight(found) < patches.weight(best)) {
            best = found;
        }
    }

    /// Adds inequalities for counts hidden in part until none is found.
    private double[] relaxed(Program program) {
        double[] shares = new double[problem.size()];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            bound = Math.max(bound, propose(program, shares));
            if (!look(program, shares, primaries.length)) {
                break;
            }
        }
        return shares;
    }

    /// The least weight for the inequalities so far, and how far each count is hidden for it.
    private long propose(Program program, double[] shares) {
        if (!program.solve()) {
            return View.UNBOUNDED;
        }
        double cost = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.clamp(program.value(i), 0, 1);
            cost += shares[i] * problem.weight()[i];
        }
        // Weights are whole.
        return (long) Math.ceil(cost - 1e-5);
    }

    /// Lets attackers look at counts hidden in part; whether they found further inequalities.
    private boolean look(Program program, double[] shares, int most) {
        Set<Row> found = new LinkedHashSet<>(lines.violated(shares));
        boolean[] surely = new boolean[shares.length];
        for (int i = 0; i < surely.length; i++) {
            surely[i] = shares[i] > 1 - 1e-7;
        }
        int looks = 0;
        for (int p = 0;
                p < primaries.length && looks < most && found.size() < MOST_CUTS_A_ROUND;
                p++) {
            int cell = primaries[turn];
            turn = (turn + 1) % primaries.length;
            if (moves.known(cell, surely).width(cell) >= problem.needed()[cell]) {
                continue;
            }
            looks++;
            Row row = cuts.separate(cell, shares, problem.needed()[cell]);
            if (row != null) {
                found.add(row);
            }
        }
        found.removeAll(rows);
        found.forEach(row -> add(program, row));
        return !found.isEmpty();
    }

    private void add(Program program, Row row) {
        if (rows.add(row)) {
            program.add(row);
        }
    }

    /// A part of all patterns: those in which some counts are hidden or shown for certain.
    ///
    /// @param bound no pattern of this part weighs less
    private record Node(long bound, int number, int[] cells, boolean[] hidden) {

        Node with(long bound, int number, int cell, boolean hide) {
            int[] more = Arrays.copyOf(cells, cells.length + 1);
            boolean[] hides = Arrays.copyOf(hidden, cells.length + 1);
            more[cells.length] = cell;
            hides[cells.length] = hide;
            return new Node(bound, number, more, hides);
        }
    }

    /// Divides all patterns into parts until each is known to hold nothing better than the best.
    private void branch(Program program, double[] relaxed) {
        PriorityQueue<Node> open =
                new PriorityQueue<>(
                        Comparator.comparingLong(Node::bound)
                                .thenComparing(node -> -node.cells().length)
                                .thenComparing(node -> -node.number()));
        open.add(new Node(bound, 0, new int[0], new boolean[0]));
        double[] shares = new double[problem.size()];
        mostWork = moves.work() + MOST_WORK;
        for (int nodes = 0; nodes < MOST_NODES && !open.isEmpty(); nodes++) {
            bound = Math.max(bound, Math.min(open.peek().bound(), patches.weight(best)));
            if (bound >= patches.weight(best) || isTired()) {
                return;
            }
            Node node = open.remove();
            fix(program, node, true);
            long least = settle(program, node, shares);
            if (isTired() && least < patches.weight(best)) {
                // This part may still hold a better pattern: its bound is the last word.
                bound = Math.max(bound, Math.min(least, weakest(open)));
                return;
            }
            int cell = undecided(shares);
            if (least < patches.weight(best) && cell >= 0) {
                if (nodes % IMPROVE_EVERY == IMPROVE_EVERY - 1) {
                    improve(rounded(shares), shares);
                }
                open.add(node.with(least, 2 * nodes + 1, cell, false));
                open.add(node.with(least, 2 * nodes + 2, cell, true));
            }
            fix(program, node, false);
        }
        if (open.isEmpty()) {
            bound = patches.weight(best);
        }
    }

    private boolean isTired() {
        return moves.work() > mostWork;
    }

    private static long weakest(PriorityQueue<Node> open) {
        return open.isEmpty() ? View.UNBOUNDED : open.peek().bound();
    }

    /// The least weight in one part; afterwards the shares are fractions, or there is nothing to
    /// win, or too much work was done.
    private long settle(Program program, Node node, double[] shares) {
        boolean looked = false;
        while (true) {
            long least = Math.max(node.bound(), propose(program, shares));
            if (least >= patches.weight(best) || isTired()) {
                return least;
            }
            if (undecided(shares) >= 0) {
                if (looked || !look(program, shares, MOST_LOOKS_AT_A_NODE)) {
                    return least;
                }
                looked = true;
                continue;
            }
            boolean[] hidden = rounded(shares);
            if (!attacked(program, hidden, shares)) {
                if (patches.weight(hidden) < patches.weight(best)) {
                    best = hidden;
                }
                return View.UNBOUNDED;
            }
            improve(hidden, shares);
        }
    }

    private void fix(Program program, Node node, boolean fixed) {
        for (int k = 0; k < node.cells().length; k++) {
            boolean hide = node.hidden()[k];
            program.bounds(node.cells()[k], fixed && hide ? 1 : 0, fixed && !hide ? 0 : 1);
        }
    }

    private static boolean[] rounded(double[] shares) {
        boolean[] hidden = new boolean[shares.length];
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = shares[i] > 0.5;
        }
        return hidden;
    }

    /// The heaviest count that is least decided, or -1 when all are hidden or shown.
    private int undecided(double[] shares) {
        int cell = -1;
        double most = 0;
        for (int i = 0; i < shares.length; i++) {
            double doubt = Math.min(shares[i], 1 - shares[i]);
            if (doubt > 1e-6 && doubt * problem.weight()[i] > most + 1e-9) {
                most = doubt * problem.weight()[i];
                cell = i;
            }
        }
        return cell;
    }

    /// Adds what attackers find out about a pattern; whether they found anything.
    private boolean attacked(Program program, boolean[] hidden, double[] shares) {
        int unsafe = -1;
        int before = rows.size();
        long doubts = moves.doubts();
        for (int cell : primaries) {
            if (moves.witness(cell, hidden) != null) {
                continue;
            }
            unsafe = cell;
            Row row = cuts.separate(cell, shares, problem.needed()[cell]);
            if (row == null) {
                row = cuts.separate(cell, shares, 1L << 40);
            }
            if (row != null) {
                add(program, row);
            }
        }
        if (unsafe >= 0 && rows.size() == before) {
            // Safe as far as fractions tell: only whole numbers find this one out.
            add(program, cover(unsafe, hidden));
            if (moves.doubts() > doubts) {
                sure = Math.min(sure, bound);
            }
        }
        return unsafe >= 0;
    }

    /// At least one more count has to be hidden, out of as few as can be told with little work.
    private Row cover(int cell, boolean[] hidden) {
        boolean[] more = hidden.clone();
        long most = moves.work() + MOST_WORK_FOR_A_COVER;
        for (int i = 0; i < more.length && moves.work() < most; i++) {
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

    private LinearModel master() {
        LinearModel model = new LinearModel(problem.size());
        for (int i = 0; i < problem.size(); i++) {
            model.low[i] = problem.standing()[i] == Standing.HIDDEN ? 1 : 0;
            model.high[i] = problem.standing()[i] == Standing.SHOWN ? 0 : 1;
            model.cost[i] = problem.weight()[i];
        }
        model.rows.addAll(rows);
        return model;
    }

    @Override
    public void close() {
        moves.close();
        patches.close();
    }
}
