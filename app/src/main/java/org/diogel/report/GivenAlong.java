package org.diogel.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What a later feature gave along with what was passed on. Asked in the transaction of whoever looks,
/// who gets what that actor may see.
public interface GivenAlong {

    /// Things of one kind that went with one thing; none is named.
    ///
    /// @param with what they went with ([org.diogel.consent.Disclosure#reference])
    /// @param key message key of their kind
    /// @param number how many
    /// @param saved whether they were saved there; otherwise they can be until she stops
    /// @param at when they were saved first, or could be from
    record Along(UUID with, String key, int number, boolean saved, Instant at) {}

    List<Along> of(ReportId report);
}
