package org.diogel.messages;

import java.time.Instant;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/// One message to one account by one way.
///
/// @param via null until the outbox looked at what she chose
/// @param chosen whether her own choice of ways governs
/// @param fault why the last try did not work: `no-address`, `channel`, `refused` or `check`; null
///     when it did
/// @param nextAt not before this time
/// @param channel `mail`, `notify`, or `outbox` in the demonstration; null until it was sent
/// @param mayHaveGone whether a channel was ever given it
/// @param delivered whether it arrived, as far as whoever carried it says; null while nobody knows
public record Delivery(
        UUID id,
        AccountId account,
        String template,
        String subjectKind,
        UUID subject,
        @Nullable Way via,
        boolean chosen,
        State state,
        int attempts,
        @Nullable String fault,
        Instant queuedAt,
        Instant nextAt,
        @Nullable Instant sentAt,
        @Nullable String channel,
        boolean mayHaveGone,
        @Nullable Boolean delivered) {

    /// PAGE: she wanted nothing sent, it waits on her page. DEAD: given up, and shown to the
    /// administrator.
    public enum State {
        QUEUED,
        SENDING,
        SENT,
        PAGE,
        CANCELLED,
        DEAD
    }

    /// Whether she may have got it. What was once given to a channel counts as gone, whatever was said
    /// of it afterwards.
    public boolean hasGone() {
        return mayHaveGone || state == State.SENDING || state == State.SENT;
    }

    /// Messages from before there were two ways went by e-mail.
    public Way way() {
        return via == null ? Way.MAIL : via;
    }

    boolean isOpen() {
        return state == State.QUEUED || state == State.SENDING;
    }
}
