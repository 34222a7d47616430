package org.diogel.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.diogel.kernel.Lang;
import org.jspecify.annotations.Nullable;

/// What the code alone shows: never what was told, nor who looked. DOMAIN §4.5a.
///
/// @param reference eight characters for talking about it
/// @param due when somebody will have read it, null once somebody has
/// @param stopped whether she stopped all sharing
/// @param eraseAfter when it is deleted, null unless she asked for that
/// @param hasSecond whether a second secret was set while sending
/// @param kept why it cannot be deleted now
/// @param keptUntil until when the police need it, null where they do not
/// @param messages of the desk to her, oldest first; hers too once the second secret was given
/// @param lines what became of it, oldest first
/// @param waits whether it is to be deleted and the law makes somebody keep it still: that is all she hears
public record Receipt(
        String reference,
        ReportState state,
        Lang lang,
        Instant sentAt,
        @Nullable Instant due,
        boolean stopped,
        @Nullable Instant eraseAfter,
        boolean hasSecond,
        Kept kept,
        @Nullable Instant keptUntil,
        List<Addition> messages,
        List<StatusLine> lines,
        boolean waits) {

    /// Why it cannot be deleted: it waits for the safeguarding lead, who must be able to read it first;
    /// she holds it, since a child or a life may be at risk; the police asked that it is kept; a worker
    /// says why, in a safe place.
    public enum Kept {
        NOT,
        WAITS,
        HELD,
        POLICE,
        WORKER;

        static Kept of(Row row, Instant now) {
            if (row.state() == ReportState.WAITING) {
                return WAITS;
            }
            if (row.state() == ReportState.HELD) {
                return HELD;
            }
            Instant until = row.keptUntil();
            return until != null && until.isAfter(now) ? POLICE : NOT;
        }

        /// Its name in message keys.
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }


    /// Whether something of it was given to others, whatever became of that.
    boolean wasPassedOn() {
        return lines.stream().anyMatch(line -> line.key().startsWith("liaison."));
    }

    /// What became of it elsewhere: what went to others, and how that ended.
    List<StatusLine> went() {
        return lines.stream().filter(line -> !line.isOwn()).toList();
    }
}
