package org.diogel.disclosure;

import java.util.Arrays;
import java.util.List;

/// The simplex method in whole numbers: every entry of the tableau is a whole number over one
/// common denominator (Edmonds), every product is checked, entering and leaving go by Bland's rule.
/// So an optimum is an optimum, without tolerances; what does not fit into 64 bits throws.
final class WholeSimplex {

    /// Coefficients by variable and what they sum to.
    record Row(int[] variables, long[] coefficients, long sum) {}

    /// A point in fractions of a common denominator.
    record Point(long[] numerators, long denominator) {
        boolean whole(int variable) {
            return numerators[variable] % denominator == 0;
        }

        /// The first of so many variables that is no whole number, or -1.
        int firstFraction(int among) {
            for (int v = 0; v < among; v++) {
                if (!whole(v)) {
                    return v;
                }
            }
            return -1;
        }

        long floor(int variable) {
            return Math.floorDiv(numerators[variable], denominator);
        }

        long ceil(int variable) {
            return Math.ceilDiv(numerators[variable], denominator);
        }
    }

    private static final int ARTIFICIAL = -1;

    private final int variables;
    private long[][] rows;
    private int[] basis;
    private long denominator = 1;

    /// Looks for a first point of `rows`, all variables at least 0.
    WholeSimplex(int variables, List<Row> equations) {
        this.variables = variables;
        rows = new long[equations.size()][variables + 1];
        basis = new int[rows.length];
        Arrays.fill(basis, ARTIFICIAL);
        for (int r = 0; r < rows.length; r++) {
            Row row = equations.get(r);
            int sign = row.sum() < 0 ? -1 : 1;
            rows[r][variables] = sign * row.sum();
            for (int k = 0; k < row.variables().length; k++) {
                rows[r][row.variables()[k]] += sign * row.coefficients()[k];
            }
        }
    }

    /// Whether the equations have any point at all; must be asked first and once.
    boolean feasible() {
        long[] cost = new long[variables + 1];
        for (long[] row : rows) {
            for (int c = 0; c <= variables; c++) {
                cost[c] = Math.subtractExact(cost[c], row[c]);
            }
        }
        improve(cost);
        if (cost[variables] != 0) {
            return false;
        }
        expelArtificial();
        return true;
    }

    /// Walks to a point at which a variable is smallest (`direction` 1) or largest (-1).
    ///
    /// @return false when there is no largest
    boolean walk(int variable, int direction) {
        long[] cost = new long[variables + 1];
        cost[variable] = Math.multiplyExact(denominator, direction);
        for (int r = 0; r < rows.length; r++) {
            if (basis[r] == variable) {
                for (int c = 0; c <= variables; c++) {
                    cost[c] = Math.subtractExact(cost[c], direction * rows[r][c]);
                }
            }
        }
        return improve(cost);
    }

    /// Where the walk stands.
    Point point() {
        long[] numerators = new long[variables];
        for (int r = 0; r < rows.length; r++) {
            if (basis[r] != ARTIFICIAL) {
                numerators[basis[r]] = rows[r][variables];
            }
        }
        return new Point(numerators, denominator);
    }

    private boolean improve(long[] cost) {
        while (true) {
            int enters = 0;
            while (enters < variables && cost[enters] >= 0) {
                enters++;
            }
            if (enters == variables) {
                return true;
            }
            int leaves = leaving(enters);
            if (leaves < 0) {
                return false;
            }
            pivot(leaves, enters, cost);
        }
    }

    /// The row with the smallest ratio, the smallest variable among equals; -1 when nothing stops.
    private int leaving(int column) {
        int best = -1;
        for (int r = 0; r < rows.length; r++) {
            if (rows[r][column] <= 0) {
                continue;
            }
            if (best < 0) {
                best = r;
                continue;
            }
            long here = Math.multiplyExact(rows[r][variables], rows[best][column]);
            long there = Math.multiplyExact(rows[best][variables], rows[r][column]);
            if (here < there || (here == there && basis[r] < basis[best])) {
                best = r;
            }
        }
        return best;
    }

    private void pivot(int at, int column, long[] cost) {
        long by = rows[at][column];
        for (int r = 0; r < rows.length; r++) {
            if (r != at) {
                eliminate(rows[r], rows[at], column, by);
            }
        }
        eliminate(cost, rows[at], column, by);
        basis[at] = column;
        denominator = by;
    }

    private void eliminate(long[] row, long[] with, int column, long by) {
        long factor = row[column];
        if (factor == 0 && by == denominator) {
            return;
        }
        for (int c = 0; c <= variables; c++) {
            if (row[c] != 0 || with[c] != 0) {
                long product =
                        Math.subtractExact(
                                Math.multiplyExact(row[c], by),
                                Math.multiplyExact(factor, with[c]));
                row[c] = product / denominator;
            }
        }
    }

    /// What is left of the start stands at 0: it makes way for a variable, or its row said nothing.
    private void expelArtificial() {
        boolean[] idle = new boolean[rows.length];
        int kept = 0;
        for (int r = 0; r < rows.length; r++) {
            if (basis[r] == ARTIFICIAL) {
                int column = 0;
                while (column < variables && rows[r][column] == 0) {
                    column++;
                }
                if (column == variables) {
                    idle[r] = true;
                    continue;
                }
                if (rows[r][column] < 0) {
                    for (int c = 0; c <= variables; c++) {
                        rows[r][c] = -rows[r][c];
                    }
                }
                pivot(r, column, new long[variables + 1]);
            }
            kept++;
        }
        long[][] usefulRows = new long[kept][];
        int[] usefulBasis = new int[kept];
        int to = 0;
        for (int r = 0; r < rows.length; r++) {
            if (!idle[r]) {
                usefulRows[to] = rows[r];
                usefulBasis[to++] = basis[r];
            }
        }
        rows = usefulRows;
        basis = usefulBasis;
    }
}
