package org.diogel.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Region;
import org.diogel.report.ReportId;
import org.diogel.report.Severity;
import org.jspecify.annotations.Nullable;

/// One warning without its text.
///
/// @param version grows with every change of the text or the state; a page carries it along
/// @param corrects the warning whose place it takes
/// @param everyone for all members; otherwise for `audience` alone
/// @param alone published by one person in an emergency
/// @param lapsesAt end of an emergency nobody has confirmed
public record AlertRow(
        AlertId id,
        ReportId report,
        AgencyId agency,
        AlertState state,
        int version,
        @Nullable AlertId corrects,
        Severity severity,
        List<Region> regions,
        boolean everyone,
        List<UUID> audience,
        String evidence,
        int days,
        int reviewDays,
        Instant createdAt,
        @Nullable AccountId proposedBy,
        @Nullable AccountId approvedBy,
        boolean alone,
        @Nullable Instant lapsesAt,
        @Nullable Instant publishedAt,
        @Nullable Instant expiresAt,
        @Nullable LocalDate reviewOn,
        @Nullable Instant endedAt) {

    /// Published by one person whom nobody has joined yet.
    public boolean isUnconfirmed() {
        return state == AlertState.PUBLISHED && alone && approvedBy == null;
    }

    /// When it ends by itself; null before it was published.
    public @Nullable Instant endsAt() {
        return isUnconfirmed() && lapsesAt != null ? lapsesAt : expiresAt;
    }

    boolean isFor(AgencyId member) {
        return everyone || audience.contains(member.value());
    }
}
