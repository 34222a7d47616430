package org.diogel.disclosure.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rows and columns of a wide table, with what stands where they meet.
///
/// @param columns those of counts, or of percentages in their place
/// @param companions for some of them, by where they stand in the file, the file column that has
///   percentages of the same counts
/// @param baseRow a row that states what the percentages are of, if there is one
/// @param baseColumn a column that does
/// @param stated the `N` that the first header states, or nothing
record Grid(
        List<Column> columns,
        Map<Integer, Integer> companions,
        List<Line> rows,
        @Nullable Line base,
        @Nullable Column baseColumn,
        OptionalLong stated) {

    /// A column of counts or percentages.
    ///
    /// @param at where it stands in the file
    /// @param percent whether its header says that its numbers are percentages
    record Column(String label, int at, boolean percent) {}

    /// A row.
    ///
    /// @param number as a spreadsheet counts
    /// @param marks what stands in it, by file column, the label's place empty
    record Line(String label, int number, List<Mark> marks) {}

    private static final Pattern PERCENT =
            Pattern.compile("%|\\bper\\s?cent(age)?s?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BASE =
            Pattern.compile(
                    "n|n =|n=|bases?|base \\(n\\)|number|total \\(n\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATED =
            Pattern.compile("\\b[Nn]\\s*=\\s*(\\d{1,3}(?:,\\d{3})+|\\d{1,12})\\b");

    Set<String> rowLabels() {
        Set<String> labels = new LinkedHashSet<>();
        rows.forEach(r -> labels.add(r.label()));
        return labels;
    }

    Set<String> columnLabels() {
        Set<String> labels = new LinkedHashSet<>();
        columns.forEach(c -> labels.add(c.label()));
        return labels;
    }

    /// The same without the row or column that only states what percentages are of, where another
    /// is the total.
    Grid withoutBases(@Nullable String totalRow, @Nullable String totalColumn) {
        List<Column> kept = new ArrayList<>(columns);
        if (baseColumn != null && !baseColumn.label().equals(totalColumn)) {
            kept.remove(baseColumn);
        }
        List<Line> left = new ArrayList<>(rows);
        if (base != null && !base.label().equals(totalRow)) {
            left.remove(base);
        }
        return new Grid(kept, companions, left, base, baseColumn, stated);
    }

    Mark mark(int row, int column) {
        return rows.get(row).marks().get(columns.get(column).at());
    }

    /// The percentage that stands beside a count, if there is a column of them.
    @Nullable Mark companion(int row, int column) {
        Integer at = companions.get(columns.get(column).at());
        return at == null ? null : rows.get(row).marks().get(at);
    }

    /// The `N` that a label states: `Women (N = 149)`.
    static OptionalLong stated(String label) {
        Matcher stated = STATED.matcher(label);
        return stated.find() ? Counts.parse(stated.group(1)) : OptionalLong.empty();
    }

    static Grid read(CsvInput csv) {
        List<String> header = csv.header().fields();
        if (header.size() < 2) {
            throw csv.refuse(csv.header(), "There is no column beside the names of the rows.");
        }
        boolean allPercent = PERCENT.matcher(header.getFirst()).find();
        boolean[] percent = new boolean[header.size()];
        for (int c = 1; c < percent.length; c++) {
            percent[c] = !isBase(header.get(c)) && (allPercent || saysPercent(header.get(c)));
        }
        List<Line> lines = new ArrayList<>();
        Set<String> labels = new LinkedHashSet<>();
        for (CsvInput.@Nullable Row row = csv.next(); row != null; row = csv.next()) {
            if (row.at(0).isEmpty()) {
                throw csv.refuse(row, "It has no name in its first column.");
            }
            if (!labels.add(row.at(0))) {
                throw csv.refuse(row, "A row above is called " + row.at(0) + " already.");
            }
            lines.add(new Line(row.at(0), row.number(), marks(csv, row, percent)));
        }
        if (lines.isEmpty()) {
            throw csv.refuse("It has no rows below its header.");
        }
        return arrange(csv, percent, lines);
    }

    private static List<Mark> marks(CsvInput csv, CsvInput.Row row, boolean[] percent) {
        List<Mark> marks = new ArrayList<>();
        marks.add(Mark.ABSENT);
        for (int c = 1; c < percent.length; c++) {
            String text = row.at(c);
            // A total stands among percentages without a sign: it is too large to be one.
            OptionalLong count = Counts.parse(text);
            boolean base = isBase(row.at(0)) || (count.isPresent() && count.getAsLong() > 100);
            Mark mark = Mark.of(text, percent[c] && !base);
            if (mark == null) {
                throw csv.refuse(row, Mark.whyNot(text));
            }
            marks.add(mark);
        }
        return marks;
    }

    private static Grid arrange(CsvInput csv, boolean[] percent, List<Line> lines) {
        List<String> header = csv.header().fields();
        List<Column> columns = new ArrayList<>();
        Map<Integer, Integer> companions = new LinkedHashMap<>();
        for (int c = 1; c < percent.length; c++) {
            int last = columns.size() - 1;
            if (percent[c]
                    && last >= 0
                    && columns.get(last).at() == c - 1
                    && !percent[c - 1]
                    && !(c + 1 < percent.length && percent[c + 1])
                    && !holdsShares(lines, c - 1)) {
                companions.put(c - 1, c);
            } else {
                columns.add(new Column(header.get(c), c, percent[c]));
            }
        }
        Set<String> labels = new LinkedHashSet<>();
        for (Column column : columns) {
            if (column.label().isEmpty()) {
                throw csv.refuse(csv.header(), "Column " + (column.at() + 1) + " has no name.");
            }
            if (!labels.add(column.label())) {
                throw csv.refuse(csv.header(), "Two columns are called " + column.label() + ".");
            }
        }
        boolean shares = columns.stream().anyMatch(c -> holdsShares(lines, c.at()));
        Line base = null;
        Column baseColumn = null;
        if (shares) {
            base = lines.stream().filter(l -> isBase(l.label())).findFirst().orElse(null);
            baseColumn =
                    columns.size() < 2
                            ? null
                            : columns.stream()
                                    .filter(column -> isBase(column.label()))
                                    .findFirst()
                                    .orElse(null);
        }
        return new Grid(columns, companions, lines, base, baseColumn, stated(header.getFirst()));
    }

    private static boolean holdsShares(List<Line> lines, int column) {
        return lines.stream().anyMatch(l -> l.marks().get(column).isShare());
    }

    private static boolean isBase(String label) {
        return BASE.matcher(label).matches();
    }

    private static boolean saysPercent(String label) {
        return PERCENT.matcher(label).find();
    }
}
