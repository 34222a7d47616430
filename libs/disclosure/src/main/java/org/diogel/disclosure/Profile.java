package org.diogel.disclosure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A named way to make a table safe: which cells are sensitive, and whether counts are hidden or
/// rounded. Everything a profile is stands in its name, so that a proof can name it:
///
/// | name | what it does |
/// |---|---|
/// | `counts` | hides counts below a threshold, and others to protect them |
/// | `contributors-K` | hides cells that fewer than K bodies contribute to, and others to protect them |
/// | `dominance-N-K` | hides cells of which the N largest bodies make more than K % |
/// | `p-P` | hides cells whose second largest body could estimate the largest to within P % |
/// | `nhs` | hides 1 to 7, rounds the rest to the nearest 5 |
/// | `round-5` | rounds each cell to the nearest 5 by itself; what is printed need not add up |
/// | `controlled-5` | rounds each cell to a multiple of 5 next to it so that everything adds up |
///
/// Another base than 5 may be named.
///
/// Sources: A. Hundepool and others, Statistical Disclosure Control, Wiley 2012, chapters 4 and 5
/// (sensitivity rules, protection levels, rounding); for `nhs`, the rules for sub-national counts
/// of hospital activity in England, as its publications state them.
///
/// @param name as above
/// @param kind what kind of profile it is
/// @param first K of contributors, N of dominance, P, or the base that is rounded to; 0 for counts
/// @param second K of dominance; 0 otherwise
public record Profile(String name, Kind kind, int first, int second) {

    /// What a profile does.
    public enum Kind {
        /// Hides counts below a threshold.
        COUNTS,
        /// Hides cells that few bodies contribute to.
        CONTRIBUTORS,
        /// Hides cells that a few bodies dominate.
        DOMINANCE,
        /// Hides cells in which one body can estimate another's part.
        PERCENT,
        /// Hides 1 to 7 and rounds the rest.
        NHS,
        /// Rounds each cell by itself.
        ROUND,
        /// Rounds all cells together so that they add up.
        CONTROLLED
    }

    /// The largest count that `nhs` hides.
    static final int NHS_HIDDEN = 7;

    private static final Pattern FORM =
            Pattern.compile(
                    "(counts|nhs|contributors|dominance|p|round|controlled)"
                            + "(?:-([1-9][0-9]{0,2}))?(?:-([1-9][0-9]{0,2}))?");

    /// The profile of that name.
    ///
    /// @throws IllegalArgumentException when there is none, or its numbers make no sense
    public static Profile named(String name) {
        Matcher form = FORM.matcher(name);
        if (!form.matches()) {
            throw unknown(name);
        }
        int first = form.group(2) == null ? 0 : Integer.parseInt(form.group(2));
        int second = form.group(3) == null ? 0 : Integer.parseInt(form.group(3));
        Kind kind =
                switch (form.group(1)) {
                    case "counts" -> Kind.COUNTS;
                    case "nhs" -> Kind.NHS;
                    case "contributors" -> Kind.CONTRIBUTORS;
                    case "dominance" -> Kind.DOMINANCE;
                    case "p" -> Kind.PERCENT;
                    case "round" -> Kind.ROUND;
                    default -> Kind.CONTROLLED;
                };
        boolean sound =
                switch (kind) {
                    case COUNTS, NHS -> first == 0;
                    case CONTRIBUTORS -> first >= 2 && second == 0;
                    case DOMINANCE -> first >= 1 && second >= 1 && second < 100;
                    case PERCENT -> first >= 1 && second == 0;
                    case ROUND, CONTROLLED -> first >= 3 && second == 0;
                };
        if (!sound) {
            throw unknown(name);
        }
        return new Profile(name, kind, kind == Kind.NHS ? 5 : first, second);
    }

    /// Whether it needs to know who contributes how much to a cell.
    public boolean needsContributions() {
        return kind == Kind.CONTRIBUTORS || kind == Kind.DOMINANCE || kind == Kind.PERCENT;
    }

    /// Whether it rounds what it shows; it then hides nothing to protect something else.
    public boolean rounds() {
        return kind == Kind.NHS || kind == Kind.ROUND || kind == Kind.CONTROLLED;
    }

    /// For a profile that rounds: counts from 1 to below this are sensitive.
    public int smallBelow() {
        return kind == Kind.NHS ? NHS_HIDDEN + 1 : first;
    }

    /// How wide an attacker's interval of each cell has to be, 0 where a cell is not sensitive. The
    /// rules about amounts say how far off an estimate of the cell must stay; the interval is twice
    /// that wide, so that no guess is certain to be nearer.
    ///
    /// @param contributions who contributes how much to the table's cells
    /// @param width the least width of a sensitive cell's interval, at least 1
    /// @throws IllegalArgumentException for a profile that does not look at contributions
    public long[] needed(Contributions contributions, long width) {
        long[] needed = new long[contributions.table().shape().cells()];
        for (int cell = 0; cell < needed.length; cell++) {
            long far = far(contributions.largest(cell));
            needed[cell] = far < 0 ? 0 : Math.max(width, far);
        }
        return needed;
    }

    /// Twice how far off an estimate has to stay, or less than 0 where the cell is not sensitive.
    private long far(long[] amounts) {
        long sum = 0;
        long top = 0;
        for (int i = 0; i < amounts.length; i++) {
            sum = Math.addExact(sum, amounts[i]);
            if (i < first) {
                top += amounts[i];
            }
        }
        switch (kind) {
            case CONTRIBUTORS -> {
                return amounts.length > 0 && amounts.length < first ? 0 : -1;
            }
            case DOMINANCE -> {
                // more than second % of the sum is the top's: estimates must exceed top × 100 /
                // second
                long excess = Math.subtractExact(times(100, top), times(second, sum));
                return excess > 0 ? Math.ceilDiv(times(2, excess), second) : -1;
            }
            case PERCENT -> {
                long largest = amounts.length > 0 ? amounts[0] : 0;
                long rest = sum - largest - (amounts.length > 1 ? amounts[1] : 0);
                long missing = Math.subtractExact(times(first, largest), times(100, rest));
                return missing > 0 ? Math.ceilDiv(times(2, missing), 100) : -1;
            }
            default ->
                    throw new IllegalArgumentException(
                            "The profile " + name + " does not look at contributors.");
        }
    }

    private static long times(long factor, long amount) {
        return Math.multiplyExact(factor, amount);
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(
                "There is no profile \""
                        + name
                        + "\"; there are counts, contributors-K, dominance-N-K, p-P, nhs, round-5"
                        + " and controlled-5.");
    }
}
