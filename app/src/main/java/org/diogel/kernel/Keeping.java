package org.diogel.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How long one table keeps what it keeps, as `retention/rules.csv` says it: the one place where that is
/// written. The comment of the table ends in the same words.
///
/// @param table schema and name
/// @param rules by which the clock erases; none where something else does
/// @param does what becomes of a row
/// @param source the paragraph it rests on
/// @param kept how long, or until which event, in plain words
public record Keeping(String table, List<Rule> rules, Does does, String source, String kept) {

    private static final String FILE = "/retention/rules.csv";
    private static final int CELLS = 7;
    private static final Map<String, Keeping> ALL =
            read().stream().collect(Collectors.toUnmodifiableMap(Keeping::table, Function.identity()));

    /// What becomes of a row.
    public enum Does {
        /// It goes, once somebody has looked at what is due and switched the rule on.
        ERASE,
        /// Whom it is about goes, the rest stays; switched on likewise.
        PERSON,
        /// Its feature's own task erases it, from the start.
        SWEPT,
        /// It goes with the row of another table.
        WITH,
        /// It ends when somebody does something.
        EVENT,
        /// It is nobody's data.
        EVER
    }

    /// A time after which something goes.
    ///
    /// @param code its name, for pages and the record
    /// @param starts what starts the clock
    /// @param after how long it runs
    public record Rule(String code, String starts, Period after, Does does) {

        /// Whether somebody has to switch it on first.
        public boolean isSwitched() {
            return does != Does.SWEPT;
        }

        /// What somebody looked at when she switched it on; a rule that changed is another.
        public String version() {
            return starts + "; " + after + "; " + does;
        }
    }

    /// @throws IllegalArgumentException when no rule says how long that table is kept
    public static Keeping of(String table) {
        Keeping found = ALL.get(table);
        if (found == null) {
            throw new IllegalArgumentException("No rule says how long " + table + " is kept");
        }
        return found;
    }

    /// All there are, by table.
    public static List<Keeping> all() {
        return ALL.keySet().stream().sorted().map(ALL::get).toList();
    }

    /// How long after its clock started that rule erases.
    public static Period after(String code) {
        return all().stream()
                .flatMap(keeping -> keeping.rules().stream())
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no rule " + code))
                .after();
    }

    private static List<Keeping> read() {
        try (var in = Keeping.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> read(line.split(",", CELLS)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Several rules of one table stand in the same order in all three cells.
    private static Keeping read(String[] cells) {
        Does does = Does.valueOf(cells[4]);
        List<String> codes = parts(cells[1], " ");
        List<String> starts = parts(cells[2], "; ");
        List<String> after = parts(cells[3], " ");
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            rules.add(new Rule(codes.get(i), starts.get(i), Period.parse(after.get(i)), does));
        }
        return new Keeping(cells[0], List.copyOf(rules), does, cells[5], cells[6]);
    }

    private static List<String> parts(String cell, String apart) {
        return Arrays.stream(cell.split(apart)).filter(part -> !part.isEmpty()).toList();
    }
}
