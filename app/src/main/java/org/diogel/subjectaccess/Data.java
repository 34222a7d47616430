package org.diogel.subjectaccess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The tables of this feature that are data: `subjectaccess/*.csv`.
final class Data {

    private Data() {}

    /// The cells of each line; a cell in quotes may hold commas.
    static List<List<String>> rows(String name) {
        try (var in = Data.class.getResourceAsStream("/subjectaccess/" + name + ".csv")) {
            if (in == null) {
                throw new IllegalStateException(name + ".csv is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Data::cells)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<String> firsts(String name) {
        return rows(name).stream().map(List::getFirst).toList();
    }

    static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
    }

    private static List<String> cells(String line) {
        java.util.ArrayList<String> cells = new java.util.ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return List.copyOf(cells);
    }
}
