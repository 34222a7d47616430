package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A problem that grows: counts of earlier releases, and changes since, are added to those of the
/// tables.
final class Draft {

    /// In place of a true count that nobody told.
    static final long UNTOLD = -1;

    /// How much may be done to find values for what was not told.
    private static final double WORK = 10;

    private final CellSystem tables;
    final Set<Equation> equations;
    long[] value;
    long[] needed;
    Standing[] standing;
    long[] lowest;
    private int size;

    Draft(Problem problem) {
        tables = problem.tables();
        equations = new LinkedHashSet<>(problem.equations());
        value = problem.value().clone();
        needed = problem.needed().clone();
        standing = problem.standing().clone();
        lowest = problem.lowest().clone();
        size = problem.size();
    }

    private Draft(Draft other) {
        tables = other.tables;
        equations = new LinkedHashSet<>(other.equations);
        value = Arrays.copyOf(other.value, other.size);
        needed = Arrays.copyOf(other.needed, other.size);
        standing = Arrays.copyOf(other.standing, other.size);
        lowest = Arrays.copyOf(other.lowest, other.size);
        size = other.size;
    }

    Draft copy() {
        return new Draft(this);
    }

    /// How many counts there are in the tables themselves; they come first.
    int own() {
        return tables.size();
    }

    int size() {
        return size;
    }

    /// Adds a count that everybody knows.
    int known(long known) {
        return add(known, Standing.SHOWN, 0);
    }

    /// Adds a count that nobody told, and that was or is never shown.
    int untold(long least) {
        return add(UNTOLD, Standing.HIDDEN, least);
    }

    private int add(long known, Standing as, long least) {
        if (size == value.length) {
            int more = size + size / 2 + 16;
            value = Arrays.copyOf(value, more);
            needed = Arrays.copyOf(needed, more);
            standing = Arrays.copyOf(standing, more);
            lowest = Arrays.copyOf(lowest, more);
        }
        value[size] = known;
        standing[size] = as;
        lowest[size] = least;
        return size++;
    }

    /// Values for everything that was not told and that fits all the rest. Which ones does not
    /// matter: what an attacker can narrow down is the same for all.
    ///
    /// @return null when nothing fits
    long @Nullable [] fitting(Solver solver) {
        long[] low = Arrays.copyOf(value, size);
        long[] high = Arrays.copyOf(value, size);
        for (int i = 0; i < size; i++) {
            if (value[i] == UNTOLD) {
                low[i] = lowest[i];
                high[i] = View.UNBOUNDED;
            }
        }
        List<Equation> all = List.copyOf(equations);
        try {
            Ranges.narrow(all, low, high);
        } catch (IllegalArgumentException e) {
            return null;
        }
        int[] column = new int[size];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            column[i] = low[i] < high[i] ? open.size() : -1;
            if (column[i] >= 0) {
                open.add(i);
            }
        }
        LinearModel model = new LinearModel(open.size());
        for (int c = 0; c < open.size(); c++) {
            model.low[c] = low[open.get(c)];
            model.high[c] = Math.min(high[open.get(c)], 1L << 40);
        }
        for (Equation equation : all) {
            LinearModel.Row row = row(equation, low, column);
            if (row.columns().length > 0) {
                model.rows.add(row);
            } else if (row.low() != 0) {
                return null;
            }
        }
        long[] found = solver.whole(model, null, WORK).values();
        if (found == null) {
            return null;
        }
        for (int c = 0; c < open.size(); c++) {
            low[open.get(c)] = found[c];
        }
        return low;
    }

    private static LinearModel.Row row(Equation equation, long[] low, int[] column) {
        int count = 0;
        int[] columns = new int[equation.parts().length + 1];
        long[] coefficients = new long[columns.length];
        long rest = 0;
        for (int m = 0; m < columns.length; m++) {
            int cell = m == 0 ? equation.whole() : equation.parts()[m - 1];
            int sign = m == 0 ? -1 : 1;
            if (column[cell] < 0) {
                rest -= sign * low[cell];
            } else {
                columns[count] = column[cell];
                coefficients[count++] = sign;
            }
        }
        return new LinearModel.Row(
                Arrays.copyOf(columns, count), Arrays.copyOf(coefficients, count), rest, rest);
    }

    Problem problem(long[] values) {
        return new Problem(
                tables,
                List.copyOf(equations),
                values,
                Arrays.copyOf(needed, size),
                Arrays.copyOf(standing, size),
                new long[size],
                Arrays.copyOf(lowest, size));
    }
}
