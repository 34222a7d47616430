package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.diogel.disclosure.Attacker.Interval;

/// Takes what was published before into the problem, as [Protector] says.
///
/// A release in which nothing shown has changed is put beside the tables: its counts are theirs
/// where the codes are the same, and what it showed cannot be hidden again. The others are put
/// together to moments ([Moment]), each with counts of its own that are tied to the tables' by how
/// much they have changed.
///
/// What earlier releases hid was never told, so that values are made up that fit everything else.
/// An attacker's intervals do not depend on which.
final class Releases {

    /// Above so many counts, how far an old one can be kept uncertain is judged by single sums.
    private static final int MOST_ATTACKED = 2_500;

    private final Rules rules;
    private final Solver solver;
    private final List<Moment> moments = new ArrayList<>();
    private final Set<Integer> grandTotals;
    private Draft draft;

    Releases(Problem problem, List<Release> earlier, Rules rules, Solver solver)
            throws NoPatternException {
        this.rules = rules;
        this.solver = solver;
        this.grandTotals = problem.tables().grandTotals();
        this.draft = new Draft(problem);
        List<Shape> shapes = problem.tables().shapes();
        List<Release> unchanged = new ArrayList<>();
        for (Release release : earlier) {
            if (Moment.of(shapes, release, draft).change() == Moment.Change.NONE
                    && agree(unchanged, release)) {
                unchanged.add(release);
            } else {
                group(shapes, release);
            }
        }
        if (!unchanged.isEmpty()) {
            beside(shapes, unchanged);
        }
        for (Moment moment : moments) {
            changed(moment);
        }
    }

    /// The problem with everything that was published before.
    Problem problem() {
        long[] values = draft.fitting(solver);
        if (values == null) {
            throw new IllegalArgumentException(
                    "The earlier releases do not fit the tables or each other.");
        }
        int own = draft.own();
        Problem bare = draft.problem(values);
        boolean[] all = new boolean[bare.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = bare.standing()[i] != Standing.SHOWN;
        }
        View view = View.of(bare, all);
        if (bare.size() > MOST_ATTACKED) {
            long[] low = view.low().clone();
            long[] high = view.high().clone();
            Ranges.narrow(view.equations(), low, high);
            for (int i = own; i < bare.size(); i++) {
                require(i, new Interval(low[i], high[i]));
            }
        } else {
            try (Attacker attacker = new Attacker(view, solver)) {
                for (int i = own; i < bare.size(); i++) {
                    require(i, attacker.interval(i));
                }
            }
        }
        return draft.problem(values);
    }

    /// Asks for as much uncertainty of an old count as there can be, where it may be a small one.
    private void require(int cell, Interval most) {
        boolean small = most.low() < rules.threshold() && most.high() > 0;
        boolean known = moments.stream().anyMatch(m -> m.isChangeOfShown(cell));
        if (draft.standing[cell] == Standing.HIDDEN && small && !known) {
            boolean change = moments.stream().anyMatch(m -> m.isChange(cell));
            draft.needed[cell] = Math.min(change ? 1 : rules.width(), most.width());
        }
    }

    private static boolean agree(List<Release> others, Release release) {
        return others.stream().allMatch(other -> Moment.agree(other, release));
    }

    private void group(List<Shape> shapes, Release release) {
        for (int m = 0; m < moments.size(); m++) {
            Moment joined = moments.get(m).with(shapes, release, draft);
            if (joined != null) {
                moments.set(m, joined);
                return;
            }
        }
        moments.add(Moment.of(shapes, release, draft));
    }

    private void beside(List<Shape> shapes, List<Release> unchanged) throws NoPatternException {
        List<Shape> every = new ArrayList<>(shapes);
        unchanged.forEach(r -> every.add(r.shape()));
        CellSystem system = CellSystem.of(every);
        long[] shown = new long[system.size()];
        Arrays.fill(shown, Release.HIDDEN);
        for (int u = 0; u < unchanged.size(); u++) {
            Release release = unchanged.get(u);
            for (int c = 0; c < release.values().length; c++) {
                if (!release.hidden(c)) {
                    shown[system.at(shapes.size() + u, c)] = release.values()[c];
                }
            }
        }
        for (int i = 0; i < system.size(); i++) {
            if (i >= draft.own()) {
                if (shown[i] == Release.HIDDEN) {
                    draft.untold(rules.zeros().lowest());
                } else {
                    draft.known(shown[i]);
                }
            } else if (shown[i] != Release.HIDDEN) {
                if (draft.needed[i] > 0) {
                    throw new NoPatternException(
                            "No pattern protects: a small count was shown in an earlier release"
                                    + " and has not changed since.");
                }
                draft.standing[i] = Standing.SHOWN;
            }
        }
        draft.equations.addAll(system.equations());
        if (draft.fitting(solver) == null) {
            // It may have hidden zeros.
            Arrays.fill(draft.lowest, draft.own(), draft.size(), 0);
        }
    }

    private void changed(Moment moment) throws NoPatternException {
        hideSmallChanges(moment);
        if (moment.change() == Moment.Change.MIXED) {
            return;
        }
        for (long least : new long[] {rules.zeros().lowest(), 0}) {
            Draft tied = draft.copy();
            moment.tie(tied, least);
            if (tied.fitting(solver) != null) {
                draft = tied;
                return;
            }
        }
        // Something hidden went the other way: nobody can take it that nothing did.
        moment.untie();
    }

    private void hideSmallChanges(Moment moment) throws NoPatternException {
        for (int i = 0; i < draft.own(); i++) {
            long change = moment.shown(i) == Release.HIDDEN ? 0 : moment.shown(i) - draft.value[i];
            if (change == 0 || Math.abs(change) >= rules.threshold() || grandTotals.contains(i)) {
                continue;
            }
            if (draft.standing[i] == Standing.SHOWN) {
                throw new NoPatternException(
                        "No pattern protects: a count that has to be shown differs from an earlier"
                                + " release by a small number.");
            }
            draft.standing[i] = Standing.HIDDEN;
            draft.needed[i] = Math.max(1, draft.needed[i]);
        }
    }
}
