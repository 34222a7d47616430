package org.diogel.report;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The ways of looking at the queue, each a plain link with a count. What each admits is said where the
/// rows are: `report.queue` and [QueueStore].
public enum QueueFilter {
    OPEN,
    OVERDUE,
    URGENT,
    UNREAD,
    ADDED,
    WAITING,
    HELD,
    CLOSED;

    /// Its name in addresses and texts.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What an address asked for; anything else is everything open.
    static QueueFilter read(@Nullable String typed) {
        return Arrays.stream(values())
                .filter(f -> f.label().equals(typed))
                .findFirst()
                .orElse(OPEN);
    }
}
