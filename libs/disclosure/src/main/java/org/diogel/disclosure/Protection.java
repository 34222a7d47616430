package org.diogel.disclosure;

import java.util.List;

/// Protected tables: which cells are hidden, and the proof.
///
/// @param tables the true counts, as they were given
/// @param hidden for every table, whether each cell is hidden
/// @param cells every hidden cell of every table, in order
/// @param proof how good the pattern is
public record Protection(
        List<Table> tables, List<boolean[]> hidden, List<HiddenCell> cells, Proof proof) {

    public Protection {
        tables = List.copyOf(tables);
        hidden = List.copyOf(hidden);
        cells = List.copyOf(cells);
    }

    /// A table as it may be published.
    public Release release(int table) {
        long[] values = tables.get(table).values().clone();
        for (int i = 0; i < values.length; i++) {
            if (hidden.get(table)[i]) {
                values[i] = Release.HIDDEN;
            }
        }
        return new Release(tables.get(table).shape(), values);
    }
}
