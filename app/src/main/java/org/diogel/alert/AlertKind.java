package org.diogel.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a warning comes from, as `alert/kinds.csv` says it; texts `alert.kind.<name>`.
///
/// @param fromReport drawn from a report, and only from what she agreed to
/// @param source details that are written down of whoever asked for it
public record AlertKind(String name, boolean fromReport, List<Detail> source) {

    private static final List<AlertKind> ALL =
            WarningFields.lines("kinds.csv").stream().map(AlertKind::read).toList();

    /// Drawn from a report.
    static final AlertKind REPORT = get("report");

    /// Longest detail, in characters.
    static final int LONGEST = 200;

    /// @param needed whether it has to be said
    public record Detail(String name, boolean needed) {
        /// The value's name in a warning.
        public String key() {
            return SOURCE + name;
        }
    }

    static final String SOURCE = "source.";

    /// Those a moderator starts from nothing.
    public static List<AlertKind> withoutReport() {
        return ALL.stream().filter(kind -> !kind.fromReport()).toList();
    }

    static AlertKind get(String name) {
        return find(name).orElseThrow();
    }

    static Optional<AlertKind> find(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    private static AlertKind read(String line) {
        String[] cells = line.split(",", -1);
        return new AlertKind(
                cells[0],
                cells[1].equals("yes"),
                Arrays.stream(cells[2].split(" "))
                        .filter(d -> !d.isEmpty())
                        .map(d -> new Detail(d.replace("!", ""), d.endsWith("!")))
                        .toList());
    }
}
