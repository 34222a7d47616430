package org.diogel.contest;

import java.time.Instant;
import java.time.LocalDate;
import org.diogel.kernel.Lang;
import org.diogel.vault.KeyId;
import org.jspecify.annotations.Nullable;

/// One request without what was written.
///
/// @param kind `access`, `contest` or `other`
/// @param dueOn last day to answer; does not run in state IDENTITY
/// @param unread whether something came that no officer has opened
public record RequestRow(
        RequestId id,
        KeyId key,
        String kind,
        Lang lang,
        RequestState state,
        int version,
        Instant receivedAt,
        LocalDate countsFrom,
        boolean extended,
        LocalDate dueOn,
        @Nullable Instant answeredAt,
        boolean unread) {

    public boolean isOpen() {
        return state != RequestState.ANSWERED;
    }

    public boolean isLate(LocalDate today) {
        return state == RequestState.RECEIVED && today.isAfter(dueOn);
    }
}
