package org.diogel.liaison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What can come of a package, read once from `liaison/outcomes.csv`.
public final class Outcomes {

    /// Characters of the number a force gives it.
    static final int LONGEST_NUMBER = 60;

    private static final Map<String, Boolean> ALL = load();

    private Outcomes() {}

    /// Names, in the order of the file.
    public static List<String> all() {
        return List.copyOf(ALL.keySet());
    }

    public static boolean has(String what) {
        return ALL.containsKey(what);
    }

    /// Whether the force is done with it.
    static boolean ends(String what) {
        return ALL.getOrDefault(what, false);
    }

    private static Map<String, Boolean> load() {
        Map<String, Boolean> all = new LinkedHashMap<>();
        rows("/liaison/outcomes.csv").forEach(cells -> all.put(cells[0], cells[1].equals("yes")));
        return all;
    }

    /// The lines of a data file, parted at commas.
    static List<String[]> rows(String file) {
        try (var in = Outcomes.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
