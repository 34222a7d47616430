package org.diogel.subjectaccess;

import java.time.Instant;
import java.time.LocalDate;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Subject;
import org.diogel.vault.KeyId;
import org.jspecify.annotations.Nullable;

/// One row of `subjectaccess.request`.
///
/// @param extended why it takes longer; null where it does not
/// @param surely how we made sure who asks; null where her second secret or her signing in said so
/// @param answer how it ended; null while it is open
public record CopyRow(
        CopyId id,
        Subject subject,
        AgencyId agency,
        KeyId key,
        Lang lang,
        CopyState state,
        int version,
        Instant receivedAt,
        LocalDate countsFrom,
        LocalDate dueOn,
        @Nullable String extended,
        @Nullable String surely,
        @Nullable String answer,
        @Nullable Instant gatheredAt,
        @Nullable Instant endedAt) {

    public boolean isOpen() {
        return state != CopyState.ENDED;
    }

    /// While we ask who it is, the month waits.
    public boolean runs() {
        return isOpen() && state != CopyState.IDENTITY;
    }

    public boolean isLate(LocalDate today) {
        return runs() && dueOn.isBefore(today);
    }

    public String kind() {
        return subject.kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean mayGather() {
        return state == CopyState.RECEIVED || state == CopyState.GATHERED;
    }
}
