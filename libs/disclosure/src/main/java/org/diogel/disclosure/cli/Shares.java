package org.diogel.disclosure.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.diogel.disclosure.Percentage;
import org.diogel.disclosure.Published.Shown;
import org.diogel.disclosure.Shape;
import org.jspecify.annotations.Nullable;

/// Fills a wide table, and finds what its percentages are of: the total of their column, the total
/// of their row, or a stated `N`.
final class Shares {

    private final CsvInput csv;
    private final Grid grid;
    private final Shape shape;
    private final PublishedFile.Filling filling;
    private final int[] row;
    private final int[] column;
    private final boolean[] ofColumn;
    private final boolean[] ofRow;
    private boolean ofAll;
    private final List<String> notices = new ArrayList<>();

    /// @param row the node of each row, 0 for the total
    /// @param column the same of columns; of the only one, 0
    Shares(
            CsvInput csv,
            Grid grid,
            Shape shape,
            PublishedFile.Filling filling,
            int[] row,
            int[] column) {
        this.csv = csv;
        this.grid = grid;
        this.shape = shape;
        this.filling = filling;
        this.row = row;
        this.column = column;
        this.ofColumn = new boolean[column.length];
        this.ofRow = new boolean[row.length];
    }

    List<String> notices() {
        return notices;
    }

    /// Puts the totals that stand in labels, in a row of bases, in a column of bases.
    void putStated() {
        Grid.Line base = grid.base();
        for (int c = 0; c < column.length; c++) {
            Grid.Column of = grid.columns().get(c);
            OptionalLong stated = Grid.stated(of.label());
            if (base != null && base.marks().get(of.at()).isCount()) {
                stated = OptionalLong.of(base.marks().get(of.at()).low());
            }
            if (stated.isEmpty() && column.length == 1) {
                stated = grid.stated();
            }
            ofColumn[c] = put(cell(0, column[c]), stated);
        }
        Grid.Column bases = grid.baseColumn();
        for (int r = 0; r < row.length; r++) {
            OptionalLong stated = Grid.stated(grid.rows().get(r).label());
            if (bases != null && grid.rows().get(r).marks().get(bases.at()).isCount()) {
                stated = OptionalLong.of(grid.rows().get(r).marks().get(bases.at()).low());
            }
            if (column.length > 1) {
                ofRow[r] = put(cell(row[r], 0), stated);
            } else if (row[r] == 0 && stated.isPresent()) {
                ofColumn[0] |= put(cell(0, 0), stated);
            }
        }
        if (column.length > 1) {
            ofAll = put(cell(0, 0), grid.stated());
        }
    }

    private boolean put(int cell, OptionalLong count) {
        if (count.isPresent()) {
            filling.put(cell, Mark.count(count.getAsLong()));
        }
        return count.isPresent();
    }

    void putCells() {
        for (int r = 0; r < row.length; r++) {
            for (int c = 0; c < column.length; c++) {
                Mark mark = grid.mark(r, c);
                if (!mark.isShare()) {
                    putCount(r, c, mark);
                    ofColumn[c] |= row[r] == 0;
                    ofRow[r] |= column.length > 1 && column[c] == 0;
                }
            }
        }
        boolean rows = rowsMakeHundred();
        for (int r = 0; r < row.length; r++) {
            for (int c = 0; c < column.length; c++) {
                Mark mark = grid.mark(r, c);
                if (mark.isShare()) {
                    int cell = cell(row[r], column[c]);
                    int base = base(r, c, rows);
                    if (cell != base) {
                        filling.put(cell, mark);
                        filling.share(new Percentage(cell, base, share(mark)));
                    }
                }
            }
        }
    }

    private void putCount(int r, int c, Mark mark) {
        int cell = cell(row[r], column[c]);
        if (!filling.put(cell, mark) && mark.isCount() && filling.low(cell) != mark.low()) {
            throw csv.refuse(
                    grid.rows().get(r).number(),
                    "The total is "
                            + mark.low()
                            + " here, but N is stated as "
                            + filling.low(cell)
                            + ".");
        }
    }

    private int base(int r, int c, boolean rows) {
        if (ofRow[r] && (rows || !ofColumn[c])) {
            return cell(row[r], 0);
        }
        if (ofColumn[c]) {
            return cell(0, column[c]);
        }
        if (ofAll) {
            return cell(0, 0);
        }
        throw csv.refuse(
                grid.rows().get(r).number(),
                "This percentage has no base: give the total it is of as a count, in a row called"
                        + " Total or N, or in the name of its column as (N=149).");
    }

    /// Whether the percentages of rows, rather than those of columns, make 100.
    private boolean rowsMakeHundred() {
        double rows = 0;
        double columns = 0;
        for (int r = 0; r < row.length; r++) {
            double sum = 0;
            for (int c = 0; c < column.length; c++) {
                Mark mark = grid.mark(r, c);
                sum += mark.isShare() && column[c] != 0 ? share(mark).doubleValue() : 0;
            }
            rows += sum == 0 ? 0 : Math.abs(sum - 100) / row.length;
        }
        for (int c = 0; c < column.length; c++) {
            double sum = 0;
            for (int r = 0; r < row.length; r++) {
                Mark mark = grid.mark(r, c);
                sum += mark.isShare() && row[r] != 0 ? share(mark).doubleValue() : 0;
            }
            columns += sum == 0 ? 0 : Math.abs(sum - 100) / column.length;
        }
        return rows < columns;
    }

    /// Percentages beside counts: of their column's total if the counts that are shown agree, else
    /// of their row's.
    void putCompanions() {
        for (int c = 0; c < column.length; c++) {
            boolean any = false;
            for (int r = 0; r < row.length; r++) {
                Mark mark = grid.companion(r, c);
                any |= mark != null && mark.isShare();
            }
            if (!any) {
                continue;
            }
            if (agrees(c, true)) {
                putCompanions(c, true);
            } else if (column.length > 1 && agrees(c, false)) {
                putCompanions(c, false);
            } else {
                notices.add(
                        csv.name()
                                + ": The percentages beside "
                                + grid.columns().get(c).label()
                                + " fit neither its total nor those of the rows, and were not used.");
            }
        }
    }

    private boolean agrees(int c, boolean ofTheColumn) {
        for (int r = 0; r < row.length; r++) {
            Percentage share = companion(r, c, ofTheColumn);
            if (share == null
                    || filling.shown(share.cell()) != Shown.COUNT
                    || filling.shown(share.base()) != Shown.COUNT) {
                continue;
            }
            if (!share.fits(filling.low(share.cell()), filling.low(share.base()))) {
                return false;
            }
        }
        return true;
    }

    private void putCompanions(int c, boolean ofTheColumn) {
        for (int r = 0; r < row.length; r++) {
            Percentage share = companion(r, c, ofTheColumn);
            if (share != null && share.cell() != share.base()) {
                filling.share(share);
            }
        }
    }

    private @Nullable Percentage companion(int r, int c, boolean ofTheColumn) {
        Mark mark = grid.companion(r, c);
        if (mark == null || !mark.isShare()) {
            return null;
        }
        int base = ofTheColumn ? cell(0, column[c]) : cell(row[r], 0);
        return new Percentage(cell(row[r], column[c]), base, share(mark));
    }

    private static BigDecimal share(Mark mark) {
        return Objects.requireNonNull(mark.share());
    }

    private int cell(int rowNode, int columnNode) {
        return shape.dimensions().size() == 1 ? rowNode : shape.cell(rowNode, columnNode);
    }
}
