package org.diogel.report;

import java.time.Duration;

/// How dangerous, in the words of whoever tells.
public enum Severity {
    DANGEROUS(Duration.ofHours(24)),
    RISKY(Duration.ofDays(3)),
    NUISANCE(Duration.ofDays(7));

    /// How soon somebody must have read a report that waits for the safeguarding lead.
    static final Duration WAITING = Duration.ofHours(2);

    private final Duration within;

    Severity(Duration within) {
        this.within = within;
    }

    /// How soon somebody reads it: what she is promised, and the clock of the queue.
    public Duration within() {
        return within;
    }
}
