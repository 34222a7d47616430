package org.diogel.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Flags kept with the sealed text they were raised on, so that looking again needs no second
/// opening of the report. What is kept is where in the warning's own text each stands; nothing of
/// the report is copied.
final class FlagNotes {

    private static final String NAME = "flags";
    private static final Pattern NOTE =
            Pattern.compile("([a-z-]+)\t([a-z.]+)\t(\\d{1,6})\t(\\d{1,6})\t([a-z0-9-]+)");

    private FlagNotes() {}

    static Warning write(Warning warning, List<Flag> flags) {
        return warning.with(Map.of(NAME, flags.stream().map(FlagNotes::note).toList()));
    }

    static List<Flag> read(Warning warning) {
        return warning.list(NAME).stream().flatMap(note -> flag(warning, note).stream()).toList();
    }

    private static String note(Flag flag) {
        return "%s\t%s\t%d\t%d\t%s"
                .formatted(flag.kind(), flag.field(), flag.start(), flag.end(), flag.id());
    }

    private static Optional<Flag> flag(Warning warning, String note) {
        Matcher parts = NOTE.matcher(note);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String text = warning.whole(parts.group(2));
        int start = Integer.parseInt(parts.group(3));
        int end = Integer.parseInt(parts.group(4));
        return start < end && end <= text.length()
                ? Optional.of(
                        new Flag(
                                parts.group(1),
                                parts.group(2),
                                start,
                                end,
                                text.substring(start, end),
                                parts.group(5)))
                : Optional.empty();
    }
}
