package org.diogel.disclosure.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A CSV file, read row by row and once: UTF-8 with or without a byte-order mark, separated by
/// commas or semicolons (the header tells), fields quoted or not. Blank rows are passed over, but
/// counted, so that row numbers are those a spreadsheet shows.
final class CsvInput implements AutoCloseable {

    /// A row's fields without the spaces around them.
    record Row(int number, List<String> fields) {
        String at(int column) {
            return fields.get(column);
        }

        boolean blank() {
            return fields.stream().allMatch(String::isEmpty);
        }
    }

    private static final int LONGEST_HEADER = 1 << 16;

    private final String name;
    private final char separator;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Row header;
    private int number;

    private CsvInput(String name, BufferedReader text) throws IOException {
        this.name = name;
        this.separator = separator(text);
        this.reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(false)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .trimWhitespacesAroundQuotes(true)
                        .ofCsvRecord(text);
        this.records = reader.iterator();
        @Nullable Row first = filled();
        if (first == null) {
            throw refuse("The file is empty.");
        }
        this.header = first;
    }

    /// @throws Unusable when there is no such file, or nothing in it
    static CsvInput open(Path file) {
        BufferedReader text = null;
        try {
            if (Files.isDirectory(file)) {
                throw new Unusable(file + " is a folder, not a CSV file.");
            }
            text =
                    new BufferedReader(
                            new InputStreamReader(
                                    Files.newInputStream(file), StandardCharsets.UTF_8),
                            LONGEST_HEADER);
            return new CsvInput(file.toString(), text);
        } catch (NoSuchFileException e) {
            throw new Unusable("There is no file " + file + ".");
        } catch (AccessDeniedException e) {
            throw new Unusable("The file " + file + " may not be read by this user.");
        } catch (IOException | Unusable e) {
            closeQuietly(text);
            throw e instanceof Unusable unusable ? unusable : unreadable(file.toString(), e);
        }
    }

    /// What messages call the file.
    String name() {
        return name;
    }

    /// The first row that is not blank.
    Row header() {
        return header;
    }

    /// The names of the columns.
    ///
    /// @throws Unusable when a column has none, or two have the same
    List<String> names() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.fields().size(); i++) {
            String column = header.at(i);
            if (column.isEmpty()) {
                throw refuse(header, "Column " + (i + 1) + " has no name.");
            }
            if (!seen.add(column)) {
                throw refuse(header, "Two columns are called " + column + ".");
            }
        }
        return header.fields();
    }

    /// The next row that is not blank, or null at the end.
    ///
    /// @throws Unusable when it has more or fewer values than the header
    @Nullable Row next() {
        @Nullable Row row = filled();
        if (row != null && row.fields().size() != header.fields().size()) {
            throw refuse(row, wrongLength(row));
        }
        return row;
    }

    Unusable refuse(Row row, String sentence) {
        return refuse(row.number(), sentence);
    }

    Unusable refuse(int row, String sentence) {
        return new Unusable(name + ", row " + row + ": " + sentence);
    }

    Unusable refuse(String sentence) {
        return new Unusable(name + ": " + sentence);
    }

    @Override
    public void close() {
        closeQuietly(reader);
    }

    private @Nullable Row filled() {
        try {
            while (records.hasNext()) {
                number++;
                Row row =
                        new Row(
                                number,
                                records.next().getFields().stream().map(String::strip).toList());
                if (!row.blank()) {
                    for (String field : row.fields()) {
                        if (field.indexOf('\uFFFD') >= 0 || field.indexOf('\0') >= 0) {
                            throw refuse(row, "This is not UTF-8; save the file as \"CSV UTF-8\".");
                        }
                    }
                    return row;
                }
            }
            return null;
        } catch (CsvParseException e) {
            throw refuse(
                    number + 1,
                    "This cannot be read as CSV; look for a quotation mark that is not closed"
                            + " or stands inside a field.");
        } catch (UncheckedIOException e) {
            throw unreadable(name, e.getCause());
        }
    }

    private String wrongLength(Row row) {
        int has = row.fields().size();
        char other = separator == ',' ? ';' : ',';
        if (has == 1 && row.at(0).indexOf(other) >= 0) {
            return "The values are separated by \""
                    + other
                    + "\", those of the header by \""
                    + separator
                    + "\".";
        }
        boolean open = row.fields().stream().anyMatch(f -> f.indexOf('\n') >= 0);
        return "It has "
                + (has == 1 ? "1 value" : has + " values")
                + " where the header has "
                + header.fields().size()
                + (open ? "; look for a quotation mark that is not closed." : ".");
    }

    /// Looks at the first line that is not blank, and leaves the reader before it.
    private static char separator(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        text.mark(LONGEST_HEADER);
        int commas = 0;
        int semicolons = 0;
        boolean quoted = false;
        boolean filled = false;
        for (int i = 0; i < LONGEST_HEADER; i++) {
            int c = text.read();
            if (c < 0 || (filled && !quoted && (c == '\n' || c == '\r'))) {
                break;
            }
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                commas++;
            } else if (!quoted && c == ';') {
                semicolons++;
            }
            filled |= !Character.isWhitespace(c);
        }
        text.reset();
        return semicolons > commas ? ';' : ',';
    }

    private static Unusable unreadable(String name, @Nullable Throwable cause) {
        String why =
                cause == null || cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
        return new Unusable("The file " + name + " could not be read" + why + ".");
    }

    private static void closeQuietly(@Nullable AutoCloseable open) {
        if (open != null) {
            try {
                open.close();
            } catch (Exception e) {
                // Only reading: nothing is lost.
            }
        }
    }
}
