package org.diogel.disclosure;

/// A change of some counts that leaves every sum as it is: nobody who sees the other counts only
/// can say that it was not made.
///
/// @param cells which counts change, ascending
/// @param by how much each changes; never 0
record Move(int[] cells, long[] by) {

    static final Move NONE = new Move(new int[0], new long[0]);

    /// How much one count changes.
    long at(int cell) {
        int i = java.util.Arrays.binarySearch(cells, cell);
        return i < 0 ? 0 : by[i];
    }

    /// Whether it changes hidden counts only.
    boolean within(boolean[] hidden) {
        for (int cell : cells) {
            if (!hidden[cell]) {
                return false;
            }
        }
        return true;
    }
}
