package org.diogel.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param ask null where no browser would make one, or she has as many as she may
/// @param saved message key of what was just done, or ""
public record PasskeysPage(List<Mine> mine, @Nullable PasskeyAsk ask, String saved) {

    /// @param used null until it was
    public record Mine(String id, String name, Instant made, @Nullable Instant used) {}
}
