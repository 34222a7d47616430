package org.diogel.alert;

import java.time.Duration;
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
/// @param report it is drawn from; null where somebody else asked for it
/// @param version grows with every change of the text or the state; a page carries it along
/// @param corrects the warning whose place it takes
/// @param everyone for all members; otherwise for `audience` alone
/// @param alone published by one person in an emergency
/// @param lapsesAt end of an emergency nobody has confirmed
public record AlertRow(
        AlertId id,
        AlertKind kind,
        @Nullable ReportId report,
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

    /// How long members see that something ended.
    public static final int DAYS_SEEN = 30;

    /// Published by one person whom nobody has joined yet.
    public boolean isUnconfirmed() {
        return state == AlertState.PUBLISHED && alone && approvedBy == null;
    }

    /// When it ends by itself; null before it was published.
    public @Nullable Instant endsAt() {
        return isUnconfirmed() && lapsesAt != null ? lapsesAt : expiresAt;
    }

    /// Whether it counts now, whatever the work in the background has done about it.
    public boolean isInForce(Instant now) {
        Instant end = endsAt();
        return state == AlertState.PUBLISHED && end != null && end.isAfter(now);
    }

    /// Whether it ended before the time members had been told: taken back, corrected, or never
    /// confirmed by a second person. They are not told which.
    public boolean isNoLongerTrue() {
        return switch (state) {
            case WITHDRAWN, CORRECTED -> publishedAt != null;
            case EXPIRED -> alone && approvedBy == null;
            default -> false;
        };
    }

    boolean isSeenByMembers(Instant now) {
        return publishedAt != null
                && (isInForce(now)
                        || endedAt != null
                                && endedAt.plus(Duration.ofDays(DAYS_SEEN)).isAfter(now));
    }

    boolean isFor(AgencyId member) {
        return everyone || audience.contains(member.value());
    }
}
