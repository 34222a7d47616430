package org.diogel.messages;

import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.jspecify.annotations.Nullable;

/// A message to be queued.
///
/// @param origin the report it goes back to, whose holder may cancel it; null when there is none
/// @param sender the agency on whose behalf it goes, whose moderators may cancel it and see how it
///     went; a person always queues for her own
/// @param chosen whether her own choice of ways governs; otherwise somebody relies on her reading it,
///     and it goes by e-mail too
/// @param urgent before everything else, and in quiet hours too
/// @param via the one way it goes by; null leaves that to her choice
public record Outgoing(
        AccountId to,
        String template,
        String subjectKind,
        UUID subject,
        @Nullable UUID origin,
        @Nullable AgencyId sender,
        boolean chosen,
        boolean urgent,
        @Nullable Way via) {

    /// Somebody relies on her reading it.
    static Outgoing duty(AccountId to, String template, String subjectKind, UUID subject) {
        return new Outgoing(to, template, subjectKind, subject, null, null, false, false, null);
    }

    public Outgoing asUrgent() {
        return new Outgoing(
                to, template, subjectKind, subject, origin, sender, chosen, true, via);
    }

    /// By this way and no other.
    public Outgoing by(Way way) {
        return new Outgoing(
                to, template, subjectKind, subject, origin, sender, chosen, urgent, way);
    }
}
