package org.diogel.report;

import java.time.Duration;
import java.time.Instant;
import org.diogel.web.Texts;

/// Times as somebody in a hurry reads them: "3 hours ago", "overdue by 2 days".
final class QueueAge {

    private final Texts texts;
    private final Instant now;

    QueueAge(Texts texts, Instant now) {
        this.texts = texts;
        this.now = now;
    }

    String ago(Instant then) {
        return texts.t("queue.ago", "time", span(Duration.between(then, now)));
    }

    /// How long is left, or by how much it is late; that it is read, or no longer timed.
    String due(QueueItem item) {
        if (!item.isTimed()) {
            boolean read = !item.flags().contains(QueueItem.Flag.UNOPENED);
            return texts.t(read ? "queue.due.none" : "queue.due.stopped");
        }
        Duration left = Duration.between(now, item.due());
        return left.isNegative()
                ? texts.t("queue.due.over", "time", span(left.negated()))
                : texts.t("queue.due.left", "time", span(left));
    }

    private String span(Duration time) {
        if (time.toDays() >= 2) {
            return texts.t("queue.span.days", "number", time.toDays());
        }
        if (time.toHours() >= 1) {
            return texts.t("queue.span.hours", "number", time.toHours());
        }
        return texts.t("queue.span.minutes", "number", Math.max(1, time.toMinutes()));
    }
}
