package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.diogel.disclosure.Published.Shown;
import org.jspecify.annotations.Nullable;

/// An earlier release of counts that have changed since. Where none has fallen, what was counted
/// then is taken to be counted now too, so that each count now is the count then and some more; the
/// counts then, and the growth, are numbered after all the others.
///
/// @param table which table the earlier release is
/// @param now for each of its cells the count now, or -1 where no table has it now
/// @param changes for each of its cells that is shown then and now, now less then; [#NOT_SHOWN]
///   elsewhere
/// @param from the number of the first count then
/// @param only whether no count has fallen
record Growth(int table, int[] now, long[] changes, int from, boolean only) {

    private static final long NOT_SHOWN = Long.MIN_VALUE;

    /// Nothing where no count that is shown then and now differs: they are the same counts.
    static @Nullable Growth since(Evidence evidence, int current, int earlier, int from) {
        int cells = evidence.cells(earlier);
        long[] shown = new long[from];
        boolean[] present = new boolean[from];
        Arrays.fill(shown, NOT_SHOWN);
        for (int t = 0; t < current; t++) {
            Published table = evidence.tables().get(t);
            for (int i = 0; i < evidence.cells(t); i++) {
                int cell = evidence.at(t, i);
                present[cell] = true;
                if (table.shown().get(i) == Shown.COUNT) {
                    shown[cell] = table.low()[i];
                }
            }
        }
        int[] now = new int[cells];
        long[] changes = new long[cells];
        boolean changed = false;
        boolean fallen = false;
        Published then = evidence.tables().get(earlier);
        for (int i = 0; i < cells; i++) {
            int cell = evidence.at(earlier, i);
            now[i] = present[cell] ? cell : -1;
            boolean both = shown[cell] != NOT_SHOWN && then.shown().get(i) == Shown.COUNT;
            changes[i] = both ? shown[cell] - then.low()[i] : NOT_SHOWN;
            changed |= both && changes[i] != 0;
            fallen |= both && changes[i] < 0;
        }
        return changed ? new Growth(earlier, now, changes, from, !fallen) : null;
    }

    int then(int cell) {
        return from + cell;
    }

    int grown(int cell) {
        return from + now.length + cell;
    }

    int end() {
        return from + 2 * now.length;
    }

    /// Each count now is the count then and its growth; what added up then and adds up now, grows
    /// so.
    ///
    /// @param present everything that adds up now
    /// @param past what added up then, in the counts then
    List<Equation> equations(List<Equation> present, List<Equation> past) {
        List<Equation> equations = new ArrayList<>();
        for (int i = 0; i < now.length; i++) {
            if (now[i] >= 0) {
                equations.add(new Equation(now[i], new int[] {then(i), grown(i)}));
            }
        }
        var known = new java.util.HashSet<>(present);
        for (Equation equation : past) {
            int whole = now[equation.whole() - from];
            int[] parts = Arrays.stream(equation.parts()).map(p -> now[p - from]).toArray();
            if (known.contains(new Equation(whole, parts))) {
                equations.add(
                        new Equation(
                                grown(equation.whole() - from),
                                Arrays.stream(equation.parts())
                                        .map(p -> grown(p - from))
                                        .toArray()));
            }
        }
        return equations;
    }

    /// The changes that are small.
    List<Finding> findings(Evidence evidence, Facts facts, AuditRules rules) {
        List<Finding> findings = new ArrayList<>();
        Published then = evidence.tables().get(table);
        for (int i = 0; i < now.length; i++) {
            if (now[i] < 0) {
                continue;
            }
            long change = changes[i];
            String how = "";
            if (change != NOT_SHOWN) {
                how = facts.low[now[i]] + " − " + then.low()[i] + " = " + Sums.number(change);
            } else if (only && facts.known(grown(i))) {
                change = facts.low[grown(i)];
                how = facts.how(grown(i));
            }
            if (change != NOT_SHOWN && rules.small(Math.abs(change))) {
                int[] at = evidence.first(now[i]);
                findings.add(
                        new Finding(
                                Finding.Kind.CHANGED,
                                at[0],
                                at[1],
                                change,
                                change,
                                how + ", since " + evidence.name(table)));
            }
        }
        return findings;
    }
}
