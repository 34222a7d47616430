package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.diogel.disclosure.Moves.Witness;
import org.diogel.disclosure.Solver.Program;
import org.jspecify.annotations.Nullable;

/// Makes a pattern safe by hiding a little more, and then shows again what need not be hidden.
final class Patches implements AutoCloseable {

    private static final double WORK = 2;

    /// Costs of linear programs are whole: this many for each unit of weight.
    private static final long FINE = 1000;

    private final Problem problem;
    private final Moves moves;
    private final Solver solver;
    private final int[] primaries;

    /// How far each primary count can grow and shrink when everything is hidden; together enough.
    private final Witness[] furthest;

    /// Every column twice: what is added to a count, and what is taken from it.
    private final LinearModel model;

    private final Program program;

    Patches(Moves moves, Solver solver, int[] primaries, Witness[] furthest) {
        this.problem = moves.problem;
        this.moves = moves;
        this.solver = solver;
        this.primaries = primaries;
        this.furthest = furthest;
        int columns = moves.cells().length;
        model = new LinearModel(2 * columns);
        for (LinearModel.Row row : moves.rows()) {
            int terms = row.columns().length;
            int[] twice = Arrays.copyOf(row.columns(), 2 * terms);
            long[] coefficients = Arrays.copyOf(row.coefficients(), 2 * terms);
            for (int t = 0; t < terms; t++) {
                twice[terms + t] = columns + row.columns()[t];
                coefficients[terms + t] = -row.coefficients()[t];
            }
            model.rows.add(new LinearModel.Row(twice, coefficients, 0, 0));
        }
        program = solver.program(model);
    }

    /// A safe pattern that hides no less than what is given and some more, least first.
    ///
    /// @param shares how far the search would hide each count: dearer where it would not
    boolean[] mended(boolean[] hidden, double[] shares) {
        boolean[] mended = hidden.clone();
        for (int cell : primaries) {
            if (moves.witness(cell, mended) == null) {
                mend(cell, mended, shares);
            }
        }
        return mended;
    }

    /// Shows secondary counts again as long as every primary one stays safe, the dearest first.
    boolean[] trimmed(boolean[] hidden, double[] shares) {
        boolean[] trimmed = hidden.clone();
        Witness[] witnesses = new Witness[primaries.length];
        for (int p = 0; p < primaries.length; p++) {
            witnesses[p] = sure(moves.witness(primaries[p], trimmed));
        }
        int[] order =
                IntStream.range(0, problem.size())
                        .filter(i -> trimmed[i] && problem.standing()[i] == Standing.OPEN)
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble((Integer i) ->
                                                -problem.weight()[i] * (1.001 - shares[i]))
                                        .thenComparing(i -> i))
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int cell : order) {
            trimmed[cell] = false;
            Witness[] others = others(trimmed, witnesses);
            if (others == null) {
                trimmed[cell] = true;
            } else {
                witnesses = others;
            }
        }
        return trimmed;
    }

    private Witness @Nullable [] others(boolean[] hidden, Witness[] witnesses) {
        Witness[] others = witnesses.clone();
        for (int p = 0; p < primaries.length; p++) {
            if (!others[p].within(hidden)) {
                Witness other = moves.witness(primaries[p], hidden);
                if (other == null) {
                    return null;
                }
                others[p] = other;
            }
        }
        return others;
    }

    private void mend(int cell, boolean[] hidden, double[] shares) {
        long needed = problem.needed()[cell];
        Witness far = furthest[position(cell)];
        long grown = Math.min(needed, far.up().at(cell));
        long shrunk = Math.min(needed, -far.down().at(cell));
        boolean[] best = null;
        long least = Long.MAX_VALUE;
        for (long up : new long[] {grown, needed - shrunk}) {
            boolean[] tried = hidden.clone();
            hide(cell, up, tried, shares);
            hide(cell, up - needed, tried, shares);
            long weight = weight(tried);
            if (weight < least) {
                least = weight;
                best = tried;
            }
        }
        System.arraycopy(sure(best), 0, hidden, 0, hidden.length);
    }

    /// Hides what a move needs that changes a count by so much.
    private void hide(int cell, long by, boolean[] hidden, double[] shares) {
        if (by == 0) {
            return;
        }
        int[] cells = moves.cells();
        int columns = cells.length;
        for (int c = 0; c < columns; c++) {
            int i = cells[c];
            long price =
                    hidden[i] ? 0 : 1 + Math.round(problem.weight()[i] * FINE * (1.05 - shares[i]));
            set(c, 0, Math.min(moves.up[i], 1L << 40), price);
            set(columns + c, 0, Math.min(moves.down[i], 1L << 40), price);
        }
        int column = moves.column(cell);
        set(column, Math.max(by, 0), Math.max(by, 0), 0);
        set(columns + column, Math.max(-by, 0), Math.max(-by, 0), 0);
        boolean whole = program.solve();
        List<Integer> changed = new ArrayList<>();
        for (int c = 0; whole && c < columns; c++) {
            double value = program.value(c) - program.value(columns + c);
            whole = Math.abs(value - Math.round(value)) < 1e-6;
            if (Math.round(value) != 0) {
                changed.add(cells[c]);
            }
        }
        if (!whole) {
            changed = inWholeNumbers(cell, by);
        }
        changed.forEach(i -> hidden[i] = true);
    }

    private List<Integer> inWholeNumbers(int cell, long by) {
        long[] values = solver.whole(model, null, WORK).values();
        List<Integer> changed = new ArrayList<>();
        if (values == null) {
            Witness far = furthest[position(cell)];
            for (int i : (by > 0 ? far.up() : far.down()).cells()) {
                changed.add(i);
            }
            return changed;
        }
        int columns = moves.cells().length;
        for (int c = 0; c < columns; c++) {
            if (values[c] != values[columns + c]) {
                changed.add(moves.cells()[c]);
            }
        }
        return changed;
    }

    private void set(int column, long low, long high, long cost) {
        if (model.low[column] != low || model.high[column] != high) {
            model.low[column] = low;
            model.high[column] = high;
            program.bounds(column, low, high);
        }
        if (model.cost[column] != cost) {
            model.cost[column] = cost;
            program.cost(column, cost);
        }
    }

    private int position(int cell) {
        return Arrays.binarySearch(primaries, cell);
    }

    long weight(boolean[] hidden) {
        long weight = 0;
        for (int i = 0; i < hidden.length; i++) {
            weight += hidden[i] ? problem.weight()[i] : 0;
        }
        return weight;
    }

    private static <T> T sure(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("A safe pattern has moves for all primary counts.");
        }
        return value;
    }

    @Override
    public void close() {
        program.close();
    }
}
