package org.diogel.safeguarding;

import java.time.Instant;

/// One, with what came of it; nothing is unsealed.
public record OnePage(Duties.Standing standing, Instant now) {
    public String version() {
        return Integer.toString(standing.row().version());
    }
}
