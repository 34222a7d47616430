package org.diogel.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// What is known of every count, in whole numbers: at least, at most, and by which sum. Starts from
/// what is printed and draws the conclusions that take one line of arithmetic each; what takes
/// several lines at once is left to the attacker.
final class Facts {

    /// No limit: more than any count.
    static final long UNLIMITED = 1L << 52;

    /// Narrowing one bound by the next may creep; what creeps on is left to the attacker.
    private static final int MOST_ROUNDS = 12;

    private static final int PRINTED = -1;

    final List<Equation> equations;
    final long[] low;
    final long[] high;
    private final List<Percentage> shares;
    private final IntFunction<String> names;
    private final @Nullable String[] how;
    private final int[] lowBy;
    private final int[] highBy;

    /// @param names what messages call a count
    Facts(
            List<Equation> equations,
            List<Percentage> shares,
            long[] low,
            long[] high,
            IntFunction<String> names) {
        this.equations = equations;
        this.shares = shares;
        this.low = low;
        this.high = high;
        this.names = names;
        this.how = new String[low.length];
        this.lowBy = new int[low.length];
        this.highBy = new int[low.length];
        Arrays.fill(lowBy, PRINTED);
        Arrays.fill(highBy, PRINTED);
    }

    boolean known(int cell) {
        return low[cell] == high[cell];
    }

    /// Draws all conclusions of one line.
    void conclude() throws Contradiction {
        subtract();
        for (int round = 0; round < MOST_ROUNDS && narrow(); round++) {
            subtract();
        }
    }

    /// The arithmetic by which a count is known as closely as it is.
    String how(int cell) {
        String sum = how[cell];
        if (sum != null) {
            return sum;
        }
        String least = lowBy[cell] == PRINTED ? null : bound(cell, lowBy[cell], false);
        String most = highBy[cell] == PRINTED ? null : bound(cell, highBy[cell], true);
        if (least != null && least.equals(most)) {
            return least;
        }
        List<String> said = new ArrayList<>();
        if (least != null) {
            said.add(least.contains("%") ? least : "at least " + least);
        }
        if (most != null) {
            said.add(most.contains("%") ? most : "at most " + most);
        }
        return said.isEmpty() ? "as it is printed" : String.join("; ", said);
    }

    /// Notes how a count was found by other means.
    void found(int cell, long least, long most, String sum) throws Contradiction {
        if (least > most || least < low[cell] || most > high[cell]) {
            throw new Contradiction(
                    "No whole numbers of at least 0 fit the published totals around "
                            + names.apply(cell)
                            + ".");
        }
        if (least > low[cell] || most < high[cell]) {
            low[cell] = least;
            high[cell] = most;
            how[cell] = sum;
        }
    }

    // A total with one unknown.

    private void subtract() throws Contradiction {
        int[][] standsIn = standsIn();
        int[] unknown = new int[equations.size()];
        Deque<Integer> ready = new ArrayDeque<>();
        for (int e = 0; e < unknown.length; e++) {
            Equation equation = equations.get(e);
            unknown[e] = known(equation.whole()) ? 0 : 1;
            for (int part : equation.parts()) {
                unknown[e] += known(part) ? 0 : 1;
            }
            if (unknown[e] <= 1) {
                ready.add(e);
            }
        }
        while (!ready.isEmpty()) {
            int e = ready.remove();
            int cell = settle(equations.get(e));
            if (cell >= 0) {
                for (int other : standsIn[cell]) {
                    if (--unknown[other] <= 1) {
                        ready.add(other);
                    }
                }
            }
        }
    }

    /// The one count that the equation gives away, or -1 when all were known and they add up.
    private int settle(Equation equation) throws Contradiction {
        int open = known(equation.whole()) ? -1 : equation.whole();
        long sum = 0;
        for (int part : equation.parts()) {
            if (known(part)) {
                sum += low[part];
            } else {
                open = part;
            }
        }
        if (open < 0) {
            if (sum != low[equation.whole()]) {
                throw doesNotAddUp(equation, sum, "");
            }
            return -1;
        }
        boolean whole = open == equation.whole();
        long value = whole ? sum : low[equation.whole()] - sum;
        if (value < low[open] || value > high[open]) {
            throw doesNotAddUp(
                    equation,
                    sum,
                    whole ? "" : " and " + names.apply(open) + " would be " + Sums.number(value));
        }
        List<Long> terms = new ArrayList<>();
        for (int part : equation.parts()) {
            if (part != open) {
                terms.add(low[part]);
            }
        }
        how[open] =
                (whole ? Sums.plus(terms) : Sums.minus(low[equation.whole()], terms))
                        + " = "
                        + value;
        low[open] = value;
        high[open] = value;
        return open;
    }

    private Contradiction doesNotAddUp(Equation equation, long sum, String more) {
        int whole = equation.whole();
        String said =
                known(whole)
                        ? "the total is " + low[whole]
                        : "the total lies between " + low[whole] + " and " + high[whole];
        return new Contradiction(
                names.apply(whole)
                        + " does not add up: the parts that are known make "
                        + sum
                        + ", "
                        + said
                        + more
                        + ".");
    }

    private int[][] standsIn() {
        int[] often = new int[low.length];
        equations.forEach(e -> members(e, cell -> often[cell]++));
        int[][] standsIn = new int[low.length][];
        for (int cell = 0; cell < often.length; cell++) {
            standsIn[cell] = new int[often[cell]];
        }
        for (int e = equations.size() - 1; e >= 0; e--) {
            int index = e;
            members(equations.get(e), cell -> standsIn[cell][--often[cell]] = index);
        }
        return standsIn;
    }

    private static void members(Equation equation, java.util.function.IntConsumer each) {
        each.accept(equation.whole());
        for (int part : equation.parts()) {
            each.accept(part);
        }
    }

    // Bounds from bounds.

    private boolean narrow() throws Contradiction {
        boolean changed = false;
        for (int e = 0; e < equations.size(); e++) {
            changed |= narrow(e);
        }
        for (int s = 0; s < shares.size(); s++) {
            Percentage share = shares.get(s);
            int by = -2 - s;
            changed |= raise(share.cell(), share.leastCount(low[share.base()]), by);
            changed |= lower(share.base(), share.greatestBase(high[share.cell()]), by);
            changed |= raise(share.base(), share.leastBase(low[share.cell()]), by);
            if (high[share.base()] < UNLIMITED) {
                changed |= lower(share.cell(), share.greatestCount(high[share.base()]), by);
            }
        }
        return changed;
    }

    private boolean narrow(int e) throws Contradiction {
        Equation equation = equations.get(e);
        int whole = equation.whole();
        long least = 0;
        long most = 0;
        int unlimited = 0;
        int open = known(whole) ? 0 : 1;
        for (int part : equation.parts()) {
            least += low[part];
            most += high[part] >= UNLIMITED ? 0 : high[part];
            unlimited += high[part] >= UNLIMITED ? 1 : 0;
            open += known(part) ? 0 : 1;
        }
        if (open == 0) {
            return false;
        }
        boolean changed = raise(whole, least, e);
        if (unlimited == 0) {
            changed |= lower(whole, most, e);
        }
        for (int part : equation.parts()) {
            boolean limited = high[part] < UNLIMITED;
            if (high[whole] < UNLIMITED) {
                long before = limited ? high[part] : 0;
                if (lower(part, high[whole] - (least - low[part]), e)) {
                    changed = true;
                    most += high[part] - before;
                    unlimited -= limited ? 0 : 1;
                    limited = true;
                }
            }
            if (unlimited == (limited ? 0 : 1)) {
                long othersMost = most - (limited ? high[part] : 0);
                long before = low[part];
                if (raise(part, low[whole] - othersMost, e)) {
                    changed = true;
                    least += low[part] - before;
                }
            }
        }
        return changed;
    }

    private boolean raise(int cell, long least, int by) throws Contradiction {
        if (least <= low[cell]) {
            return false;
        }
        if (least > high[cell]) {
            throw nothingFits(cell, least, high[cell], by);
        }
        low[cell] = least;
        lowBy[cell] = by;
        how[cell] = null;
        return true;
    }

    private boolean lower(int cell, long most, int by) throws Contradiction {
        if (most >= high[cell]) {
            return false;
        }
        if (most < low[cell]) {
            throw nothingFits(cell, low[cell], most, by);
        }
        high[cell] = most;
        highBy[cell] = by;
        how[cell] = null;
        return true;
    }

    private Contradiction nothingFits(int cell, long least, long most, int by) {
        String where = by >= 0 ? names.apply(equations.get(by).whole()) : percentage(by, true);
        return new Contradiction(
                where
                        + " does not fit: "
                        + names.apply(cell)
                        + " would be at least "
                        + least
                        + " and at most "
                        + Sums.number(most)
                        + ".");
    }

    private String bound(int cell, int by, boolean most) {
        if (by < PRINTED) {
            return percentage(by, shares.get(-2 - by).cell() == cell);
        }
        Equation equation = equations.get(by);
        int whole = equation.whole();
        List<Long> terms = new ArrayList<>();
        for (int part : equation.parts()) {
            if (part != cell) {
                terms.add(most == (whole == cell) ? high[part] : low[part]);
            }
        }
        long end = most ? high[cell] : low[cell];
        return whole == cell
                ? Sums.plus(terms) + " = " + end
                : Sums.minus(most ? high[whole] : low[whole], terms) + " = " + end;
    }

    private String percentage(int by, boolean ofCell) {
        Percentage share = shares.get(-2 - by);
        String printed = share.printed().toPlainString() + " %";
        String range =
                "from "
                        + share.least().toPlainString()
                        + " to "
                        + share.greatest().toPlainString()
                        + " %";
        if (ofCell) {
            return printed
                    + " of "
                    + range(share.base())
                    + ", which is printed for anything "
                    + range;
        }
        return range(share.cell())
                + " is "
                + printed
                + " of it, which is printed for anything "
                + range;
    }

    private String range(int cell) {
        return known(cell) ? Long.toString(low[cell]) : low[cell] + " to " + high[cell];
    }
}
