package org.diogel.report;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Region;
import org.diogel.vault.KeyId;
import org.jspecify.annotations.Nullable;

/// One row of `report.report`.
record Row(
        ReportId id,
        String reference,
        ReportState state,
        @Nullable AgencyId agency,
        KeyId key,
        @Nullable String secondHash,
        @Nullable Severity severity,
        @Nullable Region region,
        Lang lang,
        Screening child,
        Screening life,
        @Nullable Instant screenedAt,
        @Nullable Instant sentAt,
        @Nullable Instant due,
        @Nullable Instant firstOpened,
        @Nullable Instant stoppedAt,
        @Nullable Instant eraseAfter,
        @Nullable Instant keptUntil,
        boolean byWorker,
        byte @Nullable [] bodyMac,
        java.util.@Nullable UUID sendKey,
        boolean added,
        int version) {

    /// For the safeguarding lead, whether or not she has decided to hold it.
    boolean waits() {
        return state == ReportState.WAITING || state == ReportState.HELD;
    }

    /// Nobody has answered both questions yet, neither she nor anybody at the desk: nothing may be
    /// released. DOMAIN §4.2.
    boolean isUnscreened() {
        return screenedAt == null
                && (child == Screening.UNANSWERED || life == Screening.UNANSWERED);
    }

    boolean isDraft() {
        return state == ReportState.DRAFT;
    }

    /// As the queue shows it. That one waits is seen by the whole desk; how bad and where, by the lead
    /// alone.
    QueueItem item(boolean lead) {
        if (sentAt == null || due == null) {
            throw new IllegalStateException("A sent report has its times");
        }
        boolean hidden = waits() && !lead;
        return new QueueItem(
                id,
                reference,
                state,
                hidden ? null : severity,
                hidden ? null : region,
                lang,
                sentAt,
                due,
                flags(lead),
                version);
    }

    private Set<QueueItem.Flag> flags(boolean lead) {
        Set<QueueItem.Flag> flags = EnumSet.noneOf(QueueItem.Flag.class);
        if (lead && (child == Screening.YES || child == Screening.UNSURE)) {
            flags.add(QueueItem.Flag.CHILD);
        }
        if (lead && (life == Screening.YES || life == Screening.UNSURE)) {
            flags.add(QueueItem.Flag.LIFE);
        }
        if (isUnscreened()) {
            flags.add(QueueItem.Flag.UNSCREENED);
        }
        if (stoppedAt != null) {
            flags.add(QueueItem.Flag.STOPPED);
        }
        if (added) {
            flags.add(QueueItem.Flag.ADDED);
        }
        if (firstOpened == null) {
            flags.add(QueueItem.Flag.UNOPENED);
        }
        return flags;
    }
}
