package org.diogel.subjectaccess;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.diogel.kernel.AgencyId;
import org.diogel.vault.KeyId;
import org.jspecify.annotations.Nullable;

/// One row of `subjectaccess.asked`, without its words.
///
/// @param drawnBy who considered it; null before that
/// @param view what she says of it, or why she was not asked
/// @param notice whether those who ask told her
/// @param from first day of what is meant, where one was agreed
public record AskedRow(
        AskedId id,
        AgencyId agency,
        KeyId key,
        String who,
        String power,
        AskedState state,
        int version,
        LocalDate receivedOn,
        LocalDate dueOn,
        @Nullable UUID drawnBy,
        @Nullable String view,
        @Nullable String notice,
        List<String> classes,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String how,
        @Nullable UUID releasedBy,
        @Nullable Instant endedAt) {

    public AskedRow {
        classes = List.copyOf(classes);
    }

    public boolean isOpen() {
        return endedAt == null;
    }

    public boolean isLate(LocalDate today) {
        return isOpen() && dueOn.isBefore(today);
    }
}
