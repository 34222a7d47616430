package org.diogel.messages;

import java.time.Instant;
import java.util.List;

/// @param letters newest first
public record OutboxView(List<Letter> letters) {

    /// @param to role and agency
    public record Letter(String to, Instant at, String subject, String body) {}
}
