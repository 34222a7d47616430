package org.diogel.retention;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A hold as officers read it.
///
/// @param reference the report's @param by who put it, by name; empty when she left
/// @param endedAt null while it lasts
public record Held(
        HoldId id,
        String reference,
        HoldTerms terms,
        String by,
        Instant since,
        int version,
        @Nullable Instant endedAt) {

    public boolean lasts() {
        return endedAt == null;
    }

    public boolean isDue(LocalDate today) {
        return lasts() && !terms.review().isAfter(today);
    }

    @Override
    public String toString() {
        return "Held[" + id + "]";
    }
}
