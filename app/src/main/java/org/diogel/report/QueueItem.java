package org.diogel.report;

import java.time.Instant;
import java.util.Set;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.jspecify.annotations.Nullable;

/// A sent report as the queue shows it: nothing of it is unsealed.
///
/// @param reference eight characters in two fours, such as `7Q2M-K4TD`, for talking about it
/// @param lang the language it was told in
/// @param due when somebody must have read it
public record QueueItem(
        ReportId id,
        String reference,
        ReportState state,
        @Nullable Severity severity,
        @Nullable Region region,
        Lang lang,
        Instant sentAt,
        Instant due,
        Set<Flag> flags,
        int version) {

    /// CHILD, LIFE: a child or a life may be at risk (said to the safeguarding lead only).
    /// UNSCREENED: nobody has answered both questions yet. STOPPED: she stopped all sharing. ADDED: she
    /// added something nobody has read. UNOPENED: nobody has opened it.
    public enum Flag {
        CHILD,
        LIFE,
        UNSCREENED,
        STOPPED,
        ADDED,
        UNOPENED
    }

    boolean waits() {
        return state == ReportState.WAITING || state == ReportState.HELD;
    }

    /// Whether the desk has to answer the two questions before anything is made of it.
    boolean mustBeScreened() {
        return state == ReportState.SENT && flags.contains(Flag.UNSCREENED);
    }

    /// Whether this person may open what she wrote: what waits, the safeguarding lead alone.
    boolean isReadableBy(Actor.Person person) {
        return state == ReportState.SENT
                || state == ReportState.CLOSED
                || person.has(Role.SAFEGUARDING_LEAD);
    }

    /// Whether there is still a time by which somebody must have read it.
    boolean isTimed() {
        return state == ReportState.WAITING
                || state == ReportState.SENT && flags.contains(Flag.UNOPENED);
    }

    public boolean isOverdue(Instant now) {
        return isTimed() && due.isBefore(now);
    }

    /// Whether somebody answered the two questions and read all of it: before that it is not closed.
    boolean isReadyToClose() {
        return state == ReportState.SENT
                && !flags.contains(Flag.UNSCREENED)
                && !isUnread();
    }

    /// Whether she told or added something that nobody has read.
    public boolean isUnread() {
        return flags.contains(Flag.UNOPENED) || flags.contains(Flag.ADDED);
    }

    /// Whether anything may be made of it for others: somebody answered whether a child or a life is
    /// at risk, it waits for nobody and sharing goes on. Her agreement is asked separately, when
    /// something is sent.
    public boolean maySend() {
        return (state == ReportState.SENT || state == ReportState.CLOSED)
                && !flags.contains(Flag.UNSCREENED)
                && !flags.contains(Flag.STOPPED);
    }
}
