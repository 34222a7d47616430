package org.diogel.trust;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// When a warning counts, said a second time.
final class AlertTimes {

    private AlertTimes() {}

    static boolean isInForce(Map<String, Object> alert) {
        return alert.get("state").equals("PUBLISHED")
                && isAhead(alert.get("expires_at"))
                && (alert.get("alone").equals(false)
                        || alert.get("approved_by") != null
                        || isAhead(alert.get("lapses_at")));
    }

    static boolean isSeen(Map<String, Object> alert) {
        return isInForce(alert)
                || alert.get("ended_at") != null
                        && time(alert.get("ended_at")).isAfter(Instant.now().minus(30, ChronoUnit.DAYS));
    }

    static boolean isAhead(Object time) {
        return time != null && time(time).isAfter(Instant.now());
    }

    static Instant time(Object json) {
        return OffsetDateTime.parse(json.toString()).toInstant();
    }
}
