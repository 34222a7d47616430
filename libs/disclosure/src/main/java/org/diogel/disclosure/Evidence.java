package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.diogel.disclosure.Published.Shown;
import org.jspecify.annotations.Nullable;

/// Everything that was published, as counts numbered through: those of the tables and of earlier
/// releases of the same counts, and for each earlier release of counts that have grown since, its
/// own counts and by how much each has grown.
final class Evidence {

    private final List<Published> tables;
    private final List<int[]> cells = new ArrayList<>();
    private final Set<Equation> equations = new LinkedHashSet<>();
    private final List<Percentage> shares = new ArrayList<>();
    private final List<Growth> growths = new ArrayList<>();
    private int size;
    private final int[] table;
    private final int[] place;
    private final int[] shownIn;

    private Evidence(List<Published> current, List<Published> earlier) {
        this.tables = new ArrayList<>(current);
        tables.addAll(earlier);
        CellSystem system = CellSystem.of(tables.stream().map(Published::shape).toList());
        this.size = system.size();
        for (int t = 0; t < tables.size(); t++) {
            int[] own = new int[tables.get(t).shown().size()];
            for (int i = 0; i < own.length; i++) {
                own[i] = system.at(t, i);
            }
            cells.add(own);
        }
        for (int t = 0; t < current.size(); t++) {
            add(t);
        }
        for (int t = current.size(); t < tables.size(); t++) {
            Growth growth = Growth.since(this, current.size(), t, size);
            if (growth == null) {
                add(t);
                continue;
            }
            growths.add(growth);
            if (growth.only()) {
                Arrays.setAll(cells.get(t), growth::then);
                add(t);
                growth.equations(List.copyOf(equations), of(t)).forEach(equations::add);
                size = growth.end();
            }
        }
        this.table = new int[size];
        this.place = new int[size];
        this.shownIn = new int[size];
        Arrays.fill(table, -1);
        Arrays.fill(shownIn, -1);
        for (int t = tables.size() - 1; t >= 0; t--) {
            for (int i = cells.get(t).length - 1; i >= 0; i--) {
                table[at(t, i)] = t;
                place[at(t, i)] = i;
                if (tables.get(t).shown().get(i) == Shown.COUNT) {
                    shownIn[at(t, i)] = t;
                }
            }
        }
    }

    static Evidence of(List<Published> tables, List<Published> earlier) {
        return new Evidence(tables, earlier);
    }

    List<Published> tables() {
        return tables;
    }

    int at(int t, int cell) {
        return cells.get(t)[cell];
    }

    int cells(int t) {
        return cells.get(t).length;
    }

    String name(int t) {
        return tables.get(t).shape().name();
    }

    /// Where a count stands first: table and cell.
    int[] first(int cell) {
        return new int[] {table[cell], place[cell]};
    }

    /// Whether any table hides a count.
    boolean hides() {
        return tables.stream().anyMatch(t -> t.shown().contains(Shown.HIDDEN));
    }

    /// Which counts some table hides.
    boolean[] hidden() {
        boolean[] hidden = new boolean[size];
        for (int t = 0; t < tables.size(); t++) {
            for (int i = 0; i < cells(t); i++) {
                hidden[at(t, i)] |= tables.get(t).shown().get(i) == Shown.HIDDEN;
            }
        }
        return hidden;
    }

    /// Says which table shows a count that another hides, or nothing.
    @Nullable String shownElsewhere(int cell) {
        return shownIn[cell] < 0 ? null : "it is shown in " + name(shownIn[cell]);
    }

    /// What the tables say, cell by cell, before any conclusion.
    ///
    /// @param hiddenFrom the least count that a marker hides
    Facts facts(int hiddenFrom) throws Contradiction {
        long[] low = new long[size];
        long[] high = new long[size];
        Arrays.fill(high, Facts.UNLIMITED);
        for (int t = 0; t < tables.size(); t++) {
            Published from = tables.get(t);
            for (int i = 0; i < cells(t); i++) {
                int cell = at(t, i);
                boolean marked = from.shown().get(i) == Shown.HIDDEN;
                long least = marked ? Math.max(hiddenFrom, from.low()[i]) : from.low()[i];
                if (least > high[cell] || from.high()[i] < low[cell] || least > from.high()[i]) {
                    throw new Contradiction(
                            named(cell)
                                    + " is "
                                    + range(low[cell], high[cell])
                                    + ", but "
                                    + range(least, from.high()[i])
                                    + " in "
                                    + name(t)
                                    + ".");
                }
                low[cell] = Math.max(low[cell], least);
                high[cell] = Math.min(high[cell], from.high()[i]);
            }
        }
        return new Facts(List.copyOf(equations), shares, low, high, this::named);
    }

    /// The small changes since earlier releases.
    List<Finding> changes(Facts facts, AuditRules rules) {
        List<Finding> changes = new ArrayList<>();
        growths.forEach(g -> changes.addAll(g.findings(this, facts, rules)));
        return changes;
    }

    private void add(int t) {
        equations.addAll(of(t));
        for (Percentage share : tables.get(t).percentages()) {
            shares.add(new Percentage(at(t, share.cell()), at(t, share.base()), share.printed()));
        }
    }

    private List<Equation> of(int t) {
        int[] own = cells.get(t);
        return Equation.of(tables.get(t).shape()).stream()
                .map(e ->
                        new Equation(
                                own[e.whole()],
                                Arrays.stream(e.parts()).map(p -> own[p]).toArray()))
                .toList();
    }

    /// What messages call a count.
    String named(int cell) {
        if (table[cell] < 0) {
            return "A change since an earlier release";
        }
        Shape shape = tables.get(table[cell]).shape();
        return shape.name() + ": " + String.join(", ", shape.codes(place[cell]));
    }

    /// The same without the table.
    String place(int cell) {
        return table[cell] < 0
                ? "the change since an earlier release"
                : String.join(", ", tables.get(table[cell]).shape().codes(place[cell]));
    }

    private static String range(long low, long high) {
        return low == high
                ? Long.toString(low)
                : high >= Facts.UNLIMITED ? "at least " + low : low + " to " + high;
    }
}
