package org.diogel.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that came after sending.
///
/// @param account who of the desk wrote it, null when she did
/// @param readAt when the other side first read it, null until then
public record Addition(
        UUID id,
        Author author,
        @Nullable UUID account,
        String text,
        Instant at,
        @Nullable Instant readAt) {

    /// HOLDER: she. DESK: a message to her. NOTE: a reason, for the desk alone.
    public enum Author {
        HOLDER,
        DESK,
        NOTE
    }

    /// Says nothing of what was written.
    @Override
    public String toString() {
        return "Addition[" + author + "]";
    }
}
