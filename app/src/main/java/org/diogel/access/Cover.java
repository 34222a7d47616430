package org.diogel.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.diogel.kernel.AgencyId;

/// That agencies may share with each other.
///
/// @param protocol the signed protocol that says so
/// @param parties at least two
/// @param begins from when on
/// @param ends when it no longer counts; not before it begins
public record Cover(
        UUID protocol,
        Set<AgencyId> parties,
        Set<SharingPurpose> purposes,
        Instant begins,
        Instant ends) {

    public Cover {
        parties = Set.copyOf(parties);
        purposes = Set.copyOf(purposes);
        if (parties.size() < 2 || purposes.isEmpty() || ends.isBefore(begins)) {
            throw new IllegalArgumentException("That covers nothing");
        }
    }
}
