package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Narrows hidden counts down, by all sums together and in whole numbers. Knows nothing of the
/// truth.
final class Attacker implements AutoCloseable {

    /// What a count can be: at least and at most.
    ///
    /// @param high [View#UNBOUNDED] where nothing limits it
    record Interval(long low, long high) {

        long width() {
            return high - low;
        }
    }

    private final Solver solver;
    private final View view;
    private final long[] low;
    private final long[] high;

    /// For every count, the one that stands for all that sums tie it to; itself when it is known.
    private final int[] root;

    private final int[] column;
    private final Map<Integer, List<Integer>> members = new TreeMap<>();
    private final Map<Integer, List<Equation>> sums = new TreeMap<>();
    private final @Nullable Component[] components;

    /// More than any count without a limit can be when every other is within its own.
    private final long cap;

    /// @throws IllegalArgumentException when no whole numbers fit
    Attacker(View view, SolverChoice choice) {
        this(view, Solvers.of(choice));
    }

    Attacker(View view, Solver solver) {
        this.solver = solver;
        this.view = view;
        low = view.low().clone();
        high = view.high().clone();
        Ranges.narrow(view.equations(), low, high);
        root = new int[low.length];
        column = new int[low.length];
        components = new Component[low.length];
        Arrays.setAll(root, i -> i);
        tie();
        long most = 1;
        for (int i = 0; i < low.length; i++) {
            most += high[i] < View.UNBOUNDED ? high[i] : low[i];
        }
        cap = Math.min(4 * most, View.UNBOUNDED / 1024);
    }

    /// All that can be known of one count.
    ///
    /// @throws IllegalArgumentException when no whole numbers fit
    Interval interval(int cell) {
        return interval(cell, View.UNBOUNDED);
    }

    /// All that can be known of one count where that is thin; where it is wider, fractions are not
    /// excluded, and an end may be some units too far out.
    ///
    /// @param thin narrower intervals are exact
    Interval interval(int cell, long thin) {
        if (low[cell] == high[cell]) {
            return new Interval(low[cell], high[cell]);
        }
        Component component = component(cell);
        int own = column[cell];
        long least = component.least(own, false);
        long most = component.most(own, false);
        if (most - least < thin) {
            least = component.least(own, true);
            most = component.most(own, true);
        }
        return new Interval(least, most >= cap / 2 ? View.UNBOUNDED : most);
    }

    /// Whether there are two fitting sets of whole numbers in which a count differs by so much.
    boolean safe(int cell, long needed) {
        if (needed <= 0 || high[cell] - low[cell] < needed) {
            return needed <= 0;
        }
        Component component = component(cell);
        int own = column[cell];
        return component.seen(own) >= needed
                || (component.most(own, false) - component.least(own, false) >= needed
                        && component.seen(own) >= needed)
                || (component.most(own, true) - component.least(own, true) >= needed
                        && component.seen(own) >= needed);
    }

    private void tie() {
        for (Equation equation : view.equations()) {
            int first = -1;
            for (int cell : members(equation)) {
                if (low[cell] < high[cell]) {
                    first = first < 0 ? find(cell) : join(first, find(cell));
                }
            }
        }
        for (int cell = 0; cell < low.length; cell++) {
            if (low[cell] < high[cell]) {
                List<Integer> tied = members.computeIfAbsent(find(cell), r -> new ArrayList<>());
                column[cell] = tied.size();
                tied.add(cell);
            }
        }
        for (Equation equation : view.equations()) {
            for (int cell : members(equation)) {
                if (low[cell] < high[cell]) {
                    sums.computeIfAbsent(find(cell), r -> new ArrayList<>()).add(equation);
                    break;
                }
            }
        }
    }

    private Component component(int cell) {
        int of = find(cell);
        Component component = components[of];
        if (component == null) {
            component = build(of);
            components[of] = component;
        }
        return component;
    }

    private Component build(int of) {
        List<Integer> tied = members.getOrDefault(of, List.of());
        long[] least = new long[tied.size()];
        long[] most = new long[tied.size()];
        for (int c = 0; c < least.length; c++) {
            least[c] = low[tied.get(c)];
            most[c] = Math.min(high[tied.get(c)], cap);
        }
        List<LinearModel.Row> rows =
                sums.getOrDefault(of, List.of()).stream().map(this::row).distinct().toList();
        return new Component(solver, least, most, rows);
    }

    /// The sum with everything that is known taken to one side.
    private LinearModel.Row row(Equation equation) {
        int[] cells = members(equation);
        int count = 0;
        int[] columns = new int[cells.length];
        long[] coefficients = new long[cells.length];
        long rest = 0;
        for (int m = 0; m < cells.length; m++) {
            long coefficient = m == 0 ? -1 : 1;
            if (low[cells[m]] == high[cells[m]]) {
                rest -= coefficient * low[cells[m]];
            } else {
                columns[count] = column[cells[m]];
                coefficients[count++] = coefficient;
            }
        }
        return new LinearModel.Row(
                Arrays.copyOf(columns, count), Arrays.copyOf(coefficients, count), rest, rest);
    }

    private static int[] members(Equation equation) {
        int[] cells = new int[equation.parts().length + 1];
        cells[0] = equation.whole();
        System.arraycopy(equation.parts(), 0, cells, 1, equation.parts().length);
        return cells;
    }

    private int find(int cell) {
        while (root[cell] != cell) {
            root[cell] = root[root[cell]];
            cell = root[cell];
        }
        return cell;
    }

    private int join(int one, int other) {
        root[Math.max(one, other)] = Math.min(one, other);
        return Math.min(one, other);
    }

    @Override
    public void close() {
        for (Component component : components) {
            if (component != null) {
                component.close();
            }
        }
    }
}
