package org.diogel.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A linear model in whole numbers: columns with bounds and costs to be made least, and rows. All
/// data are whole, so that no solver loses a pattern to scaling.
final class LinearModel {

    /// A sum of columns between two bounds; [View#UNBOUNDED] and its negative stand for none.
    record Row(int[] columns, long[] coefficients, long low, long high) {

        /// At least so much.
        static Row atLeast(int[] columns, long[] coefficients, long low) {
            return new Row(columns, coefficients, low, View.UNBOUNDED);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Row row
                    && low == row.low
                    && high == row.high
                    && Arrays.equals(columns, row.columns)
                    && Arrays.equals(coefficients, row.coefficients);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(columns) + Arrays.hashCode(coefficients) + (int) low;
        }

        @Override
        public String toString() {
            return low
                    + " ≤ "
                    + Arrays.toString(coefficients)
                    + "·"
                    + Arrays.toString(columns)
                    + " ≤ "
                    + high;
        }
    }

    final long[] low;
    final long[] high;
    final long[] cost;
    final List<Row> rows = new ArrayList<>();

    LinearModel(int columns) {
        low = new long[columns];
        high = new long[columns];
        cost = new long[columns];
    }

    int columns() {
        return low.length;
    }
}
