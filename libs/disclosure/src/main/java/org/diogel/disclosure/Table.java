package org.diogel.disclosure;

import java.util.Arrays;

/// A table of true counts, margins included: what only its owner knows.
///
/// @param shape its dimensions
/// @param values a whole number of at least 0 for every cell, in the shape's order; what adds up in
///     the dimensions adds up here
public record Table(Shape shape, long[] values) {

    /// @throws IllegalArgumentException when a count is missing or negative, or something does not
    ///     add up
    public Table {
        if (values.length != shape.cells()) {
            throw new IllegalArgumentException(
                    "The table " + shape.name() + " needs " + shape.cells() + " counts.");
        }
        for (long value : values) {
            if (value < 0) {
                throw new IllegalArgumentException(
                        "The table " + shape.name() + " has a negative count.");
            }
        }
        for (Equation equation : Equation.of(shape)) {
            long sum = 0;
            for (int part : equation.parts()) {
                sum = Math.addExact(sum, values[part]);
            }
            if (sum != values[equation.whole()]) {
                throw new IllegalArgumentException(
                        "The table "
                                + shape.name()
                                + " does not add up at "
                                + String.join(", ", shape.codes(equation.whole()))
                                + ": the parts make "
                                + sum
                                + ", the whole is "
                                + values[equation.whole()]
                                + ".");
            }
        }
    }

    /// A table from its inner cells alone; every margin is summed.
    ///
    /// @param inner a count for every cell of the shape; those of cells that are no leaf in every
    ///     dimension are not looked at
    public static Table ofInner(Shape shape, long[] inner) {
        long[] values = inner.clone();
        for (int d = 0; d < shape.dimensions().size(); d++) {
            Dimension dimension = shape.dimensions().get(d);
            int stride = shape.stride(d);
            int size = dimension.size();
            boolean[] done = new boolean[size];
            for (int leaf : dimension.leaves()) {
                done[leaf] = true;
            }
            while (!all(done)) {
                for (Dimension.Split split : dimension.splits()) {
                    if (!done[split.whole()] && split.parts().stream().allMatch(p -> done[p])) {
                        sum(values, split, stride, size);
                        done[split.whole()] = true;
                    }
                }
            }
        }
        return new Table(shape, values);
    }

    /// The count of one cell.
    public long value(int cell) {
        return values[cell];
    }

    private static void sum(long[] values, Dimension.Split split, int stride, int size) {
        int block = stride * size;
        for (int from = 0; from < values.length; from += block) {
            for (int i = from; i < from + stride; i++) {
                long sum = 0;
                for (int part : split.parts()) {
                    sum = Math.addExact(sum, values[i + part * stride]);
                }
                values[i + split.whole() * stride] = sum;
            }
        }
    }

    private static boolean all(boolean[] done) {
        for (boolean b : done) {
            if (!b) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Table table
                && shape.equals(table.shape)
                && Arrays.equals(values, table.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Table[" + shape.name() + ", " + values.length + " cells]";
    }
}
