package org.diogel.disclosure.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.diogel.disclosure.Dimension;
import org.diogel.disclosure.Shape;
import org.diogel.disclosure.Table;
import org.jspecify.annotations.Nullable;

/// Reads tables of inner cells: one row for each, every column but one a dimension. Combinations
/// that have no row count 0; margins are summed. Tables that share a dimension share its codes.
final class InnerTables {

    /// The columns of published tables that are no dimensions.
    static final Set<String> RESERVED = Set.of("value", "marker");

    private InnerTables() {}

    /// The tables in the order of the files.
    ///
    /// @param count what the column of counts is called
    /// @throws Unusable with file, row and reason
    static List<Table> read(List<Path> files, String count, Classifications classifications) {
        List<Raw> raw = files.stream().map(file -> Raw.read(file, count)).toList();
        Map<String, Set<String>> codes = new LinkedHashMap<>();
        for (Raw table : raw) {
            for (Column column : table.columns) {
                codes.computeIfAbsent(column.name, n -> new LinkedHashSet<>())
                        .addAll(column.codes.keySet());
            }
        }
        Map<String, Dimension> dimensions = classifications.ofInner(codes);
        return raw.stream().map(table -> table.in(dimensions)).toList();
    }

    /// A dimension as it was read: its codes are numbered as they come.
    private static final class Column {
        final String name;
        final Map<String, Integer> codes = new LinkedHashMap<>();
        final List<Integer> firstRows = new ArrayList<>();
        int[] rows = new int[1024];

        Column(String name) {
            this.name = name;
        }

        void add(int at, String code, int row) {
            if (at == rows.length) {
                rows = Arrays.copyOf(rows, at * 2);
            }
            Integer known = codes.get(code);
            if (known == null) {
                known = codes.size();
                codes.put(code, known);
                firstRows.add(row);
            }
            rows[at] = known;
        }
    }

    private static final class Raw {
        final String name;
        final List<Column> columns = new ArrayList<>();
        long[] counts = new long[1024];
        int[] numbers = new int[1024];
        int size;

        Raw(String name) {
            this.name = name;
        }

        static Raw read(Path file, String count) {
            try (CsvInput csv = CsvInput.open(file)) {
                Raw raw = new Raw(csv.name());
                List<String> names = csv.names();
                int counted = names.indexOf(count);
                if (counted < 0) {
                    throw csv.refuse(
                            csv.header(),
                            "No column is called "
                                    + count
                                    + "; there are "
                                    + String.join(", ", names)
                                    + ".");
                }
                for (String column : names) {
                    if (!column.equals(count)) {
                        if (RESERVED.contains(column)) {
                            throw csv.refuse(
                                    csv.header(),
                                    "A dimension cannot be called "
                                            + column
                                            + ": the protected table has a column of that name.");
                        }
                        raw.columns.add(new Column(column));
                    }
                }
                if (raw.columns.isEmpty()) {
                    throw csv.refuse(csv.header(), "There is no dimension beside the counts.");
                }
                for (CsvInput.@Nullable Row row = csv.next(); row != null; row = csv.next()) {
                    raw.add(csv, row, counted);
                }
                if (raw.size == 0) {
                    throw csv.refuse("It has no rows below its header.");
                }
                return raw;
            }
        }

        private void add(CsvInput csv, CsvInput.Row row, int counted) {
            if (size == counts.length) {
                counts = Arrays.copyOf(counts, size * 2);
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            String text = row.at(counted);
            OptionalLong value = Counts.parse(text);
            if (value.isEmpty()) {
                throw csv.refuse(row, Counts.whyNot(text));
            }
            counts[size] = value.getAsLong();
            numbers[size] = row.number();
            int field = 0;
            for (Column column : columns) {
                field += field == counted ? 1 : 0;
                String code = row.at(field++);
                if (code.isEmpty()) {
                    throw csv.refuse(row, "It has no code for " + column.name + ".");
                }
                column.add(size, code, row.number());
            }
            size++;
        }

        Table in(Map<String, Dimension> all) {
            List<Dimension> dimensions = new ArrayList<>();
            List<int[]> nodes = new ArrayList<>();
            for (Column column : columns) {
                Dimension dimension = Objects.requireNonNull(all.get(column.name));
                dimensions.add(dimension);
                nodes.add(leaves(column, dimension));
            }
            Shape shape = PublishedFile.shape(name, dimensions);
            long[] values = new long[shape.cells()];
            int[] from = new int[values.length];
            for (int r = 0; r < size; r++) {
                int cell = 0;
                for (int d = 0; d < nodes.size(); d++) {
                    cell += nodes.get(d)[columns.get(d).rows[r]] * shape.stride(d);
                }
                if (from[cell] > 0) {
                    throw refuse(
                            numbers[r],
                            "The cell "
                                    + String.join(", ", shape.codes(cell))
                                    + " stands in row "
                                    + from[cell]
                                    + " already.");
                }
                from[cell] = numbers[r];
                values[cell] = counts[r];
            }
            return Table.ofInner(shape, values);
        }

        /// The node of each of a column's codes.
        private int[] leaves(Column column, Dimension dimension) {
            Map<String, Integer> index = PublishedFile.index(dimension);
            Set<Integer> leaves = new LinkedHashSet<>();
            for (int leaf : dimension.leaves()) {
                leaves.add(leaf);
            }
            int[] nodes = new int[column.codes.size()];
            column.codes.forEach((code, number) -> {
                int row = column.firstRows.get(number);
                Integer node = index.get(code);
                if (node == null) {
                    throw refuse(
                            row,
                            "The code "
                                    + code
                                    + " is not in the hierarchy of "
                                    + column.name
                                    + ".");
                }
                if (!leaves.contains(node)) {
                    throw refuse(
                            row,
                            code
                                    + " is a total in "
                                    + column.name
                                    + ", and totals are summed: give inner cells only.");
                }
                nodes[number] = node;
            });
            return nodes;
        }

        private Unusable refuse(int row, String sentence) {
            return new Unusable(name + ", row " + row + ": " + sentence);
        }
    }
}
