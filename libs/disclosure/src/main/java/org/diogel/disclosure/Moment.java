package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Releases of one earlier moment, and how the tables have changed since.
final class Moment {

    /// How shown counts differ from the tables'.
    enum Change {
        NONE,
        GROWN,
        SHRUNK,
        MIXED
    }

    private final List<Release> releases;
    private final CellSystem system;
    private final int tables;
    private final int own;

    /// What was shown of each count of the system then, or [Release#HIDDEN].
    private final long[] shown;

    /// Which of them stood in a release at all.
    private final boolean[] stood;

    private final Change change;
    private int firstKnown = Integer.MAX_VALUE;
    private int firstChange = Integer.MAX_VALUE;
    private int lastChange = -1;

    private Moment(List<Shape> shapes, List<Release> releases, Draft draft) {
        this.releases = releases;
        List<Shape> every = new ArrayList<>(shapes);
        releases.forEach(r -> every.add(r.shape()));
        system = CellSystem.of(every);
        tables = shapes.size();
        own = draft.own();
        shown = new long[system.size()];
        stood = new boolean[system.size()];
        Arrays.fill(shown, Release.HIDDEN);
        for (int r = 0; r < releases.size(); r++) {
            Release release = releases.get(r);
            for (int c = 0; c < release.values().length; c++) {
                int i = system.at(tables + r, c);
                stood[i] = true;
                if (!release.hidden(c)) {
                    shown[i] = release.values()[c];
                }
            }
        }
        boolean up = false;
        boolean down = false;
        for (int i = 0; i < own; i++) {
            up |= shown[i] != Release.HIDDEN && shown[i] < draft.value[i];
            down |= shown[i] != Release.HIDDEN && shown[i] > draft.value[i];
        }
        change = up ? (down ? Change.MIXED : Change.GROWN) : down ? Change.SHRUNK : Change.NONE;
    }

    static Moment of(List<Shape> shapes, Release release, Draft draft) {
        return new Moment(shapes, List.of(release), draft);
    }

    /// The same with one release more, or null when that contradicts one of these.
    @Nullable Moment with(List<Shape> shapes, Release release, Draft draft) {
        if (!releases.stream().allMatch(other -> agree(other, release))) {
            return null;
        }
        List<Release> more = new ArrayList<>(releases);
        more.add(release);
        return new Moment(shapes, more, draft);
    }

    /// Whether no count is shown differently in two releases.
    static boolean agree(Release one, Release other) {
        CellSystem both = CellSystem.of(List.of(one.shape(), other.shape()));
        long[] shown = new long[both.size()];
        Arrays.fill(shown, Release.HIDDEN);
        for (int c = 0; c < one.values().length; c++) {
            shown[both.at(0, c)] = one.values()[c];
        }
        for (int c = 0; c < other.values().length; c++) {
            long before = shown[both.at(1, c)];
            if (before != Release.HIDDEN && !other.hidden(c) && before != other.values()[c]) {
                return false;
            }
        }
        return true;
    }

    Change change() {
        return change;
    }

    /// What was shown of one of the tables' counts, or [Release#HIDDEN].
    long shown(int cell) {
        return shown[cell];
    }

    /// Whether a count of the draft is the change of one that was shown then: where that is small,
    /// the new count is hidden for it, so that nothing more is needed.
    boolean isChangeOfShown(int cell) {
        return cell >= firstKnown && cell < firstChange;
    }

    /// Whether a count of the draft is the change of one that was hidden then.
    boolean isChange(int cell) {
        return cell >= firstChange && cell <= lastChange;
    }

    /// Adds the counts of this moment, what added up then, and how they are tied to the tables'.
    ///
    /// @param least what a count hidden then is at least
    void tie(Draft draft, long least) {
        int[] then = new int[system.size()];
        for (int i = 0; i < then.length; i++) {
            if (stood[i]) {
                then[i] = shown[i] == Release.HIDDEN ? draft.untold(least) : draft.known(shown[i]);
            }
        }
        for (int r = 0; r < releases.size(); r++) {
            int table = tables + r;
            for (Equation equation : Equation.of(releases.get(r).shape())) {
                draft.equations.add(
                        new Equation(
                                then[system.at(table, equation.whole())],
                                Arrays.stream(equation.parts())
                                        .map(p -> then[system.at(table, p)])
                                        .toArray()));
            }
        }
        firstKnown = draft.size();
        for (int i = 0; i < own; i++) {
            if (stood[i] && shown[i] != Release.HIDDEN) {
                if (change == Change.SHRUNK) {
                    draft.equations.add(new Equation(then[i], new int[] {i, draft.untold(0)}));
                } else {
                    draft.lowest[i] = Math.max(draft.lowest[i], shown[i]);
                }
            }
        }
        firstChange = draft.size();
        for (int i = 0; i < own; i++) {
            if (stood[i] && shown[i] == Release.HIDDEN) {
                int by = draft.untold(0);
                draft.equations.add(
                        change == Change.SHRUNK
                                ? new Equation(then[i], new int[] {i, by})
                                : new Equation(i, new int[] {then[i], by}));
            }
        }
        lastChange = draft.size() - 1;
    }

    /// Forgets the counts that were added.
    void untie() {
        firstKnown = Integer.MAX_VALUE;
        firstChange = Integer.MAX_VALUE;
        lastChange = -1;
    }
}
