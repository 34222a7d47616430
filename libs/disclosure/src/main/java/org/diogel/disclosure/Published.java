package org.diogel.disclosure;

import java.util.Arrays;
import java.util.List;

/// A published table as its readers have it: counts, hidden counts, percentages, and cells that the
/// table does not have at all.
///
/// @param shape its dimensions
/// @param shown what stands in each cell, in the shape's order
/// @param low the least each count can be by what stands in its cell alone; the count itself where
///   it is shown
/// @param high the greatest it can be, at most [#UNLIMITED]
/// @param percentages those printed in it, if any
public record Published(
        Shape shape, List<Shown> shown, long[] low, long[] high, List<Percentage> percentages) {

    /// What a published table has in a cell.
    public enum Shown {
        /// The count.
        COUNT,
        /// A percentage in its place.
        SHARE,
        /// A marker: the count is hidden.
        HIDDEN,
        /// Nothing: the table has no such cell, though its dimensions do.
        ABSENT
    }

    /// In place of a greatest count: as large as may be.
    public static final long UNLIMITED = Facts.UNLIMITED;

    /// @throws IllegalArgumentException when there is not one entry for every cell
    public Published {
        shown = List.copyOf(shown);
        percentages = List.copyOf(percentages);
        int cells = shape.cells();
        if (shown.size() != cells || low.length != cells || high.length != cells) {
            throw new IllegalArgumentException(
                    "The table " + shape.name() + " needs " + cells + " entries.");
        }
        for (int i = 0; i < cells; i++) {
            if (low[i] < 0 || low[i] > high[i] || high[i] > UNLIMITED) {
                throw new IllegalArgumentException(
                        "The table " + shape.name() + " has a count that cannot be.");
            }
        }
    }

    /// A table of counts, some of them hidden.
    public static Published of(Release release) {
        int cells = release.values().length;
        Shown[] shown = new Shown[cells];
        long[] low = new long[cells];
        long[] high = new long[cells];
        for (int i = 0; i < cells; i++) {
            boolean hidden = release.hidden(i);
            shown[i] = hidden ? Shown.HIDDEN : Shown.COUNT;
            low[i] = hidden ? 0 : release.values()[i];
            high[i] = hidden ? UNLIMITED : release.values()[i];
        }
        return new Published(release.shape(), List.of(shown), low, high, List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Published table
                && shape.equals(table.shape)
                && shown.equals(table.shown)
                && Arrays.equals(low, table.low)
                && Arrays.equals(high, table.high)
                && percentages.equals(table.percentages);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(low);
    }

    @Override
    public String toString() {
        return "Published[" + shape.name() + ", " + shown.size() + " cells]";
    }
}
