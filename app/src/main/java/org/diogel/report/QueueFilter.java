package org.diogel.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The ways of looking at the queue, each a plain link with a count.
enum QueueFilter {
    OPEN,
    OVERDUE,
    URGENT,
    UNREAD,
    ADDED,
    WAITING,
    HELD,
    CLOSED;

    /// What is overdue or dangerous first; what nobody has to do anything about last.
    static Comparator<QueueItem> order(Instant now) {
        return Comparator.comparing((QueueItem i) -> !OPEN.admits(i, now))
                .thenComparing(i -> !OVERDUE.admits(i, now))
                .thenComparing(i -> !isUndone(i))
                .thenComparing(i -> i.severity() == null ? Severity.RISKY : i.severity())
                .thenComparing(QueueItem::due);
    }

    boolean admits(QueueItem item, Instant now) {
        // What she added to one that is closed or held must not lie unread there.
        boolean open =
                item.state() == ReportState.SENT
                        || item.state() == ReportState.WAITING
                        || item.flags().contains(QueueItem.Flag.ADDED);
        return switch (this) {
            case OPEN -> open;
            case OVERDUE -> open && item.isOverdue(now);
            case URGENT -> open && item.severity() == Severity.DANGEROUS;
            case UNREAD -> open && item.flags().contains(QueueItem.Flag.UNOPENED);
            case ADDED -> item.flags().contains(QueueItem.Flag.ADDED);
            case WAITING -> item.state() == ReportState.WAITING;
            case HELD -> item.state() == ReportState.HELD;
            case CLOSED -> item.state() == ReportState.CLOSED;
        };
    }

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

    private static boolean isUndone(QueueItem item) {
        return item.state() == ReportState.WAITING
                || item.flags().contains(QueueItem.Flag.UNOPENED)
                || item.flags().contains(QueueItem.Flag.ADDED);
    }
}
