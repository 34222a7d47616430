package org.diogel.emergency;

import java.time.Instant;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.diogel.report.ReportId;
import org.diogel.vault.KeyId;
import org.jspecify.annotations.Nullable;

/// One row of `emergency.opening`, with nothing unsealed.
///
/// @param reference eight characters in two fours
/// @param agency whose desk answers it
/// @param from the agency of whoever opened it
/// @param until when it ends by itself
/// @param endedAt when she or an officer ended it before
public record OpeningRow(
        UUID id,
        ReportId report,
        String reference,
        AgencyId agency,
        KeyId key,
        AccountId account,
        AgencyId from,
        EmergencyWhy why,
        Instant begunAt,
        Instant until,
        @Nullable Instant endedAt,
        @Nullable Instant answeredAt,
        @Nullable Finding finding,
        @Nullable Instant reviewedAt,
        @Nullable AccountId reviewedBy) {

    public boolean isOpen(Instant now) {
        return endedAt == null && now.isBefore(until);
    }

    public boolean isAnswered() {
        return answeredAt != null;
    }

    public boolean isReviewed() {
        return reviewedAt != null;
    }

    /// The last part of the key of its text: `open`, `answer` (she has to say what she did), `review`
    /// (an officer has to look) or `reviewed`.
    public String state(Instant now) {
        if (isReviewed()) {
            return "reviewed";
        }
        if (isAnswered()) {
            return "review";
        }
        return isOpen(now) ? "open" : "answer";
    }
}
