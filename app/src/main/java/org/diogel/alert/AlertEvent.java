package org.diogel.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was done to a warning.
///
/// @param kind who: `person`, `holder`, `task`
/// @param note the reason; empty when none was asked for
public record AlertEvent(
        String what, Instant at, String kind, @Nullable UUID account, String note) {}
