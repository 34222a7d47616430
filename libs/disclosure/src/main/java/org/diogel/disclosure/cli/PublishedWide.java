package org.diogel.disclosure.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.diogel.disclosure.Dimension;
import org.diogel.disclosure.Shape;
import org.jspecify.annotations.Nullable;

/// Reads a published table in the usual form: the first row names the columns, the first column the
/// rows, and one of each may be the total. A column of percentages behind a column of counts says
/// more of those counts; elsewhere percentages stand for counts.
final class PublishedWide {

    private final CsvInput csv;
    private final Classifications classifications;
    private final Grid grid;
    private final String rowsName;
    private final String columnsName;
    private final @Nullable String totalRow;
    private final @Nullable String totalColumn;

    private PublishedWide(
            CsvInput csv,
            Classifications classifications,
            @Nullable String namedRow,
            @Nullable String namedColumn) {
        this.csv = csv;
        this.classifications = classifications;
        Grid read = Grid.read(csv);
        String corner = csv.header().at(0);
        this.rowsName = name(corner.isEmpty() ? "rows" : corner, read.rowLabels());
        this.columnsName = name("columns", read.columnLabels());
        Grid.Line base = read.base();
        this.totalRow =
                total(
                        read.rowLabels(),
                        namedRow,
                        "--total-row",
                        rowsName,
                        base == null ? null : base.label());
        Grid.Column baseColumn = read.baseColumn();
        this.totalColumn =
                total(
                        read.columnLabels(),
                        namedColumn,
                        "--total-column",
                        columnsName,
                        baseColumn == null ? null : baseColumn.label());
        this.grid = read.withoutBases(totalRow, totalColumn);
    }

    static PublishedFile read(
            CsvInput csv,
            Classifications classifications,
            @Nullable String totalRow,
            @Nullable String totalColumn) {
        return new PublishedWide(csv, classifications, totalRow, totalColumn).read();
    }

    private PublishedFile read() {
        List<Grid.Column> columns = grid.columns();
        List<Dimension> dimensions = new ArrayList<>();
        dimensions.add(dimension(rowsName, grid.rowLabels(), totalRow));
        boolean one = columns.size() == 1;
        if (!one) {
            dimensions.add(dimension(columnsName, grid.columnLabels(), totalColumn));
        }
        Shape shape = PublishedFile.shape(csv.name(), dimensions);
        int[] row = nodes(dimensions.getFirst(), grid.rowLabels(), true);
        int[] column = one ? new int[1] : nodes(dimensions.get(1), grid.columnLabels(), false);
        PublishedFile.Filling filling = new PublishedFile.Filling(shape);
        Shares shares = new Shares(csv, grid, shape, filling, row, column);
        shares.putStated();
        shares.putCells();
        shares.putCompanions();
        return new PublishedFile(
                filling.done(),
                one ? columns.getFirst().label() : "",
                List.copyOf(shares.notices()));
    }

    private String name(String otherwise, Set<String> labels) {
        return classifications.hierarchies().containsKey(otherwise)
                ? otherwise
                : classifications.matching(labels).orElse(otherwise);
    }

    private @Nullable String total(
            Set<String> labels,
            @Nullable String named,
            String option,
            String dimension,
            @Nullable String base) {
        Dimension hierarchy = classifications.hierarchies().get(dimension);
        if (hierarchy != null && named == null) {
            String root = hierarchy.nodes().getFirst();
            return labels.contains(root) ? root : null;
        }
        String found =
                Totals.find(
                        labels,
                        named,
                        option,
                        label -> classifications.explains(dimension, label),
                        csv::refuse);
        return found == null && base != null && labels.contains(base) ? base : found;
    }

    private Dimension dimension(String name, Set<String> labels, @Nullable String total) {
        return PublishedTables.dimension(
                classifications, name, new LinkedHashSet<>(labels), total, csv.name());
    }

    private int[] nodes(Dimension dimension, Set<String> labels, boolean rows) {
        Map<String, Integer> index = PublishedFile.index(dimension);
        Map<String, Integer> nodes = new LinkedHashMap<>();
        int at = 0;
        for (String label : labels) {
            Integer node = index.get(label);
            if (node == null) {
                String sentence = label + " is not in the hierarchy of " + dimension.name() + ".";
                throw rows
                        ? csv.refuse(grid.rows().get(at).number(), sentence)
                        : csv.refuse(csv.header(), sentence);
            }
            nodes.put(label, node);
            at++;
        }
        return nodes.values().stream().mapToInt(Objects::requireNonNull).toArray();
    }
}
