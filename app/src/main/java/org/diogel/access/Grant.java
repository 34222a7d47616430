package org.diogel.access;

import java.time.Instant;
import java.util.UUID;
import org.diogel.kernel.AgencyId;
import org.jspecify.annotations.Nullable;

/// May see one thing, for one purpose.
///
/// @param subjectKind `report` or `alert`
/// @param source the decision it rests on, such as `sent to the desk`
/// @param until null means until it is revoked
public record Grant(
        String subjectKind,
        UUID subject,
        AgencyId party,
        String purpose,
        String source,
        @Nullable Instant until) {}
