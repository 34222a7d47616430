package org.diogel.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of the record as its reader sees it.
///
/// @param kind who: `person`, `holder`, `task`, `anonymous`
public record Opening(
        Instant at,
        String kind,
        @Nullable UUID account,
        @Nullable UUID agency,
        String purpose,
        String action,
        List<String> fields) {}
