package org.diogel.report;

import java.time.Instant;
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
}
