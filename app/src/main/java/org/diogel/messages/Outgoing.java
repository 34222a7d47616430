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
public record Outgoing(
        AccountId to,
        String template,
        String subjectKind,
        UUID subject,
        @Nullable UUID origin,
        @Nullable AgencyId sender) {}
