package org.diogel.messages;

import java.time.Instant;
import java.util.List;
import org.diogel.kernel.Role;

/// @param letters newest first
public record OutboxView(List<Letter> letters) {

    /// @param roles of whoever gets it @param agency hers @param subject empty for a text message
    public record Letter(
            List<Role> roles, String agency, Way way, Instant at, String subject, String body) {}
}
