package org.diogel.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.diogel.web.Texts;

/// One thing that became of a report, as she is told it.
///
/// @param dayOnly whether only the day is known: `at` then says where on that day it stands
/// @param key message key of one sentence; it may use `{when}`, the date of `at`
/// @param arguments further arguments of the text: name, value, name, value; never a person's name
public record StatusLine(Instant at, boolean dayOnly, String key, List<Object> arguments) {

    private static final Set<String> POLICE =
            Set.of("report.status.kept-for-police", "report.status.no-longer-kept");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    public StatusLine(Instant at, String key, List<Object> arguments) {
        this(at, false, key, arguments);
    }

    /// Of which only the day is known. It stands first on that day, unless what has to come before it was
    /// on the same day: then right after that.
    ///
    /// @param after when what has to come before it was
    public static StatusLine ofDay(LocalDate day, Instant after, String key) {
        Instant begins = day.atStartOfDay(LONDON).toInstant();
        boolean sameDay = LocalDate.ofInstant(after, LONDON).equals(day);
        return new StatusLine(sameDay ? after : begins, true, key, List.of());
    }

    /// Of the report itself: nothing of it went anywhere.
    boolean isOwn() {
        return key.startsWith("report.");
    }

    /// Says nothing of who has it or who asked for it: whoever holds her phone may read it.
    boolean isHers() {
        return isOwn() && !POLICE.contains(key);
    }

    /// When, as exactly as it is known.
    public String when(Texts texts) {
        return dayOnly ? texts.date(at) : texts.dateTime(at);
    }

    /// The same for machines.
    public String datetime() {
        return dayOnly ? LocalDate.ofInstant(at, LONDON).toString() : at.toString();
    }
}
