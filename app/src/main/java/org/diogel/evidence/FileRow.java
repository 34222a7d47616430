package org.diogel.evidence;

import java.time.Instant;
import org.diogel.report.ReportId;
import org.diogel.vault.KeyId;
import org.jspecify.annotations.Nullable;

/// One row of `evidence.file`.
///
/// @param kind null for one that was not sent
/// @param size bytes as it came
/// @param copySize bytes of the shared copy, null where none is made
/// @param waited whether the virus scanner gave no answer at first
/// @param words hers, sealed
record FileRow(
        FileId id,
        ReportId report,
        KeyId key,
        FileState state,
        @Nullable FileKind kind,
        int size,
        @Nullable Integer copySize,
        boolean intimate,
        boolean share,
        boolean waited,
        byte @Nullable [] words,
        Instant at,
        @Nullable Instant markedAt,
        @Nullable Finder foundBy,
        @Nullable Route route,
        @Nullable Instant routedAt) {

    /// What lists show.
    Evident seen() {
        return new Evident(
                id, report, state, kind, size, copySize != null, intimate, share, at, markedAt, foundBy, route,
                routedAt);
    }

    FileRow withWords(byte[] sealed) {
        return new FileRow(
                id, report, key, state, kind, size, copySize, intimate, share, waited, sealed, at,
                markedAt, foundBy, route, routedAt);
    }

    int copyBytes() {
        return copySize == null ? 0 : copySize;
    }
}
