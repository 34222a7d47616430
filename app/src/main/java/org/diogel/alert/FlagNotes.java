package org.diogel.alert;

import java.util.List;
import java.util.Map;

/// Flags kept with the sealed text they were raised on, so that looking again needs no second
/// opening of the report.
final class FlagNotes {

    private static final String NAME = "flags";

    private FlagNotes() {}

    static Warning write(Warning warning, List<Flag> flags) {
        return warning.with(
                Map.of(
                        NAME,
                        flags.stream()
                                .map(f -> String.join("\t", f.kind(), f.field(), f.id(), f.words()))
                                .toList()));
    }

    static List<Flag> read(Warning warning) {
        return warning.list(NAME).stream()
                .map(line -> line.split("\t", 4))
                .filter(parts -> parts.length == 4)
                .map(parts -> new Flag(parts[0], parts[1], parts[3], parts[2]))
                .toList();
    }
}
