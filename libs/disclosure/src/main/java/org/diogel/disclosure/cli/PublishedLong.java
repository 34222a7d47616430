package org.diogel.disclosure.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.diogel.disclosure.Dimension;
import org.diogel.disclosure.Percentage;
import org.diogel.disclosure.Published;
import org.diogel.disclosure.Shape;
import org.jspecify.annotations.Nullable;

/// Reads a published table in the form in which `protect` writes them: a column for each dimension,
/// `value` and `marker`, a row for each cell. Percentages, in a table of one dimension, are of its
/// total.
final class PublishedLong {

    private final CsvInput csv;
    private final List<Integer> columns = new ArrayList<>();
    private final List<CsvInput.Row> rows = new ArrayList<>();
    private final Classifications classifications;

    private PublishedLong(CsvInput csv, Classifications classifications) {
        this.csv = csv;
        this.classifications = classifications;
    }

    static boolean fits(CsvInput.Row header) {
        return header.fields().containsAll(InnerTables.RESERVED);
    }

    static PublishedFile read(CsvInput csv, Classifications classifications) {
        return new PublishedLong(csv, classifications).read();
    }

    private PublishedFile read() {
        List<String> names = csv.names();
        for (int c = 0; c < names.size(); c++) {
            if (!InnerTables.RESERVED.contains(names.get(c))) {
                columns.add(c);
            }
        }
        if (columns.isEmpty()) {
            throw csv.refuse(csv.header(), "There is no dimension beside value and marker.");
        }
        for (CsvInput.@Nullable Row row = csv.next(); row != null; row = csv.next()) {
            rows.add(row);
        }
        if (rows.isEmpty()) {
            throw csv.refuse("It has no rows below its header.");
        }
        List<Dimension> dimensions = columns.stream().map(c -> dimension(names.get(c), c)).toList();
        Shape shape = PublishedFile.shape(csv.name(), dimensions);
        PublishedFile.Filling filling = new PublishedFile.Filling(shape);
        List<Map<String, Integer>> index = dimensions.stream().map(PublishedFile::index).toList();
        int value = names.indexOf("value");
        Map<CsvInput.Row, Percentage> shares = new LinkedHashMap<>();
        for (CsvInput.Row row : rows) {
            Mark mark = Mark.of(row.at(value), false);
            if (mark == null) {
                throw csv.refuse(row, Mark.whyNot(row.at(value)));
            }
            if (mark.isShare() && index.size() > 1) {
                throw csv.refuse(
                        row,
                        "A percentage in a table of several dimensions does not say what it is of;"
                                + " give the table in its wide form.");
            }
            int cell = 0;
            for (int d = 0; d < index.size(); d++) {
                Integer node = index.get(d).get(row.at(columns.get(d)));
                if (node == null) {
                    throw csv.refuse(
                            row,
                            "The code "
                                    + row.at(columns.get(d))
                                    + " is not in the hierarchy of "
                                    + dimensions.get(d).name()
                                    + ".");
                }
                cell += node * shape.stride(d);
            }
            if (!filling.put(cell, mark)) {
                throw csv.refuse(
                        row,
                        "The cell "
                                + String.join(", ", shape.codes(cell))
                                + " stands above already.");
            }
            if (mark.isShare() && cell != 0) {
                shares.put(row, new Percentage(cell, 0, Objects.requireNonNull(mark.share())));
            }
        }
        shares.forEach(
                (row, share) -> {
                    if (filling.shown(0) != Published.Shown.COUNT) {
                        throw csv.refuse(
                                row,
                                "This percentage has no base: give the count of "
                                        + shape.codes(0).getFirst()
                                        + ".");
                    }
                    filling.share(share);
                });
        return new PublishedFile(filling.done(), "value", List.of());
    }

    private Dimension dimension(String name, int column) {
        Set<String> seen = new LinkedHashSet<>();
        for (CsvInput.Row row : rows) {
            if (row.at(column).isEmpty()) {
                throw csv.refuse(row, "It has no code for " + name + ".");
            }
            seen.add(row.at(column));
        }
        String total =
                seen.contains(Classifications.ROOT)
                        ? Classifications.ROOT
                        : Totals.find(
                                seen,
                                null,
                                "the code " + Classifications.ROOT,
                                code -> classifications.explains(name, code),
                                csv::refuse);
        return PublishedTables.dimension(classifications, name, seen, total, csv.name());
    }
}
