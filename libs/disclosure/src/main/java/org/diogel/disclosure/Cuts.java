package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says in whole numbers why a pattern does not protect a primary count: an inequality over hidden
/// counts that every safe pattern satisfies and the present one does not.
///
/// Any prices of the sums give a valid inequality (linear duality); those of a linear program's
/// optimum give one that excludes what was tried. Prices are rounded to simple fractions first, so
/// that the inequality is exact whatever the solver's own precision.
///
/// Source: M. Fischetti and J. J. Salazar, "Models and algorithms for optimizing cell suppression
/// in tabular data with linear constraints", Journal of the American Statistical Association 95
/// (2000).
final class Cuts {

    /// Prices are whole multiples of one part of this; it has most small divisors.
    private static final long PARTS = 5040;

    private static final double VIOLATED = 1e-3;

    private final Moves moves;
    private final Problem problem;

    Cuts(Moves moves) {
        this.moves = moves;
        this.problem = moves.problem;
    }

    /// The most violated inequality for one primary count, or null when none is found.
    ///
    /// @param shares how far each count is hidden at present
    /// @param cap how far counts are tried to be moved; coefficients hold for any distance
    LinearModel.@Nullable Row separate(int cell, double[] shares, long cap) {
        long needed = problem.needed()[cell];
        double reached = moves.reach(cell, 1, shares, cap);
        long[] growing = rest(cell, 1, moves.prices());
        boolean settled = reached >= needed - 1e-7;
        if (settled) {
            moves.move();
            return null;
        }
        reached += moves.reach(cell, -1, shares, cap);
        long[] shrinking = rest(cell, -1, moves.prices());
        moves.move();
        LinearModel.Row best = null;
        double least = 1 - VIOLATED;
        for (long[][] pair :
                List.of(
                        new long[][] {growing, shrinking},
                        new long[][] {growing, negative(growing)},
                        new long[][] {negative(shrinking), shrinking})) {
            LinearModel.Row row = row(pair[0], pair[1], needed);
            if (row != null) {
                double filled = filled(row, shares);
                if (filled < least) {
                    least = filled;
                    best = row;
                }
            }
        }
        return best;
    }

    /// How much of a row's bound is reached.
    static double filled(LinearModel.Row row, double[] shares) {
        double sum = 0;
        for (int t = 0; t < row.columns().length; t++) {
            sum += row.coefficients()[t] * shares[row.columns()[t]];
        }
        return sum / row.low();
    }

    /// What the prices leave of the goal at each column, in parts.
    private long[] rest(int cell, int sign, double[] prices) {
        long[] rest = new long[moves.cells().length];
        rest[moves.column(cell)] = -sign * PARTS;
        List<LinearModel.Row> rows = moves.rows();
        for (int r = 0; r < prices.length; r++) {
            long price = Math.round(prices[r] * PARTS);
            if (price != 0) {
                LinearModel.Row row = rows.get(r);
                for (int t = 0; t < row.columns().length; t++) {
                    rest[row.columns()[t]] -= price * row.coefficients()[t];
                }
            }
        }
        return rest;
    }

    private static long[] negative(long[] numbers) {
        long[] negative = new long[numbers.length];
        for (int i = 0; i < negative.length; i++) {
            negative[i] = -numbers[i];
        }
        return negative;
    }

    private LinearModel.@Nullable Row row(long[] growing, long[] shrinking, long needed) {
        int[] cells = moves.cells();
        long bound = needed * PARTS;
        List<Integer> columns = new ArrayList<>();
        List<Long> coefficients = new ArrayList<>();
        for (int c = 0; c < cells.length; c++) {
            long coefficient =
                    Math.min(bound, weight(cells[c], growing[c], bound))
                            + Math.min(bound, weight(cells[c], shrinking[c], bound));
            if (coefficient == 0) {
                continue;
            }
            if (problem.standing()[cells[c]] == Standing.HIDDEN) {
                bound -= coefficient;
                if (bound <= 0) {
                    return null;
                }
            } else {
                columns.add(cells[c]);
                coefficients.add(coefficient);
            }
        }
        return scaled(columns, coefficients, bound);
    }

    private long weight(int cell, long rest, long bound) {
        long room = rest > 0 ? moves.down[cell] : moves.up[cell];
        return room >= bound ? (rest == 0 ? 0 : bound) : Math.abs(rest) * room;
    }

    /// The row with no coefficient above the bound, in lowest terms.
    private static LinearModel.@Nullable Row scaled(
            List<Integer> columns, List<Long> coefficients, long bound) {
        long divisor = bound;
        boolean cover = true;
        long[] scaled = new long[columns.size()];
        for (int t = 0; t < scaled.length; t++) {
            scaled[t] = Math.min(bound, coefficients.get(t));
            cover &= scaled[t] == bound;
            divisor = gcd(divisor, scaled[t]);
        }
        if (cover) {
            divisor = bound;
        }
        for (int t = 0; t < scaled.length; t++) {
            scaled[t] /= divisor;
        }
        int[] order = columns.stream().mapToInt(Integer::intValue).toArray();
        return LinearModel.Row.atLeast(order, scaled, bound / divisor);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
