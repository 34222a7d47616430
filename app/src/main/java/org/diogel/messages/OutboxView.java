package org.diogel.messages;

import java.time.Instant;
import java.util.List;
import org.diogel.kernel.Role;

/// @param letters newest first
public record OutboxView(List<Letter> letters) {

    /// @param roles of whoever gets it @param agency hers
    public record Letter(
            List<Role> roles, String agency, Instant at, String subject, String body) {}
}
