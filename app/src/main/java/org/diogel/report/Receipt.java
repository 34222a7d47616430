package org.diogel.report;

import java.time.Instant;
import java.util.List;
import org.diogel.kernel.Lang;
import org.jspecify.annotations.Nullable;

/// What the code alone shows: never what was told, nor who looked. DOMAIN §4.5a.
///
/// @param reference eight characters for talking about it
/// @param due when somebody will have read it, null once somebody has
/// @param stopped whether she stopped all sharing
/// @param eraseAfter when it is deleted, null unless she asked for that
/// @param hasSecond whether a second secret was set while sending
/// @param messages of the desk to her, oldest first
/// @param lines what became of it, oldest first
public record Receipt(
        String reference,
        ReportState state,
        Lang lang,
        Instant sentAt,
        @Nullable Instant due,
        boolean stopped,
        @Nullable Instant eraseAfter,
        boolean hasSecond,
        List<Addition> messages,
        List<StatusLine> lines) {

    private static final String OWN = "report.";

    /// What became of it elsewhere: what went to others, and how that ended.
    List<StatusLine> went() {
        return lines.stream().filter(line -> !line.key().startsWith(OWN)).toList();
    }
}
