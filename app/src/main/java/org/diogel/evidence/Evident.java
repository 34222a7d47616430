package org.diogel.evidence;

import java.time.Instant;
import java.util.Locale;
import org.diogel.report.ReportId;
import org.jspecify.annotations.Nullable;

/// A file as a list shows it: nothing of it is unsealed.
///
/// @param kind null for one that was not sent
/// @param size bytes as it came
/// @param copied whether there is a copy without hidden facts
/// @param intimate she said that it shows somebody naked or in an intimate moment
/// @param share she said that it may go to those she chose
/// @param markedAt when it was marked as one that may show a child
/// @param foundBy who found that; null while nobody did
/// @param route who was told of that, null while nobody noted it
public record Evident(
        FileId id,
        ReportId report,
        FileState state,
        @Nullable FileKind kind,
        int size,
        boolean copied,
        boolean intimate,
        boolean share,
        Instant at,
        @Nullable Instant markedAt,
        @Nullable Finder foundBy,
        @Nullable Route route,
        @Nullable Instant routedAt) {

    /// Its part of message keys: `picture`, `document`, `video`, `sound`, `withheld`.
    String label() {
        return kind == null ? "withheld" : kind.group().name().toLowerCase(Locale.ROOT);
    }

    /// Whether the desk can open its copy in the browser: only what we drew ourselves.
    boolean isShown() {
        return state == FileState.READY && copied && kind != null && kind.isDrawn();
    }

    /// Whether it may go to those she chose.
    boolean mayGo() {
        return state == FileState.READY && share;
    }
}
