package org.diogel.disclosure;

import java.util.Arrays;

/// A table as it was published: some counts shown, the others hidden. An earlier release of a table
/// that is to be published again is one, and so is anybody's table that is to be audited.
///
/// @param shape its dimensions
/// @param values a published count for every cell, or [#HIDDEN]
public record Release(Shape shape, long[] values) {

    /// In place of a count: not shown.
    public static final long HIDDEN = -1;

    /// @throws IllegalArgumentException when there is not one value for every cell
    public Release {
        if (values.length != shape.cells()) {
            throw new IllegalArgumentException(
                    "The release " + shape.name() + " needs " + shape.cells() + " values.");
        }
    }

    /// Whether a cell's count is not shown.
    public boolean hidden(int cell) {
        return values[cell] == HIDDEN;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Release release
                && shape.equals(release.shape)
                && Arrays.equals(values, release.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Release[" + shape.name() + ", " + values.length + " cells]";
    }
}
