package org.diogel.messages;

import java.time.Instant;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/// One message to one account.
///
/// @param fault why the last try did not work: `no-address`, `channel` or `check`; null when it did
/// @param nextAt not before this time
/// @param channel `mail`, or `outbox` in the demonstration; null until it was sent
public record Delivery(
        UUID id,
        AccountId account,
        String template,
        String subjectKind,
        UUID subject,
        State state,
        int attempts,
        @Nullable String fault,
        Instant queuedAt,
        Instant nextAt,
        @Nullable Instant sentAt,
        @Nullable String channel) {

    /// SENDING means that a channel may have taken it: it counts as gone.
    public enum State {
        QUEUED,
        SENDING,
        SENT,
        CANCELLED,
        DEAD;

        public boolean hasGone() {
            return this == SENDING || this == SENT;
        }
    }
}
