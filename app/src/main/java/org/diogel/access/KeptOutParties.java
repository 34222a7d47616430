package org.diogel.access;

import java.util.Set;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;

/// Everybody who is kept out of one thing now.
public record KeptOutParties(Set<UUID> parties) {

    /// Whether she, or everybody of her agency, is among them.
    public boolean has(AccountId person, AgencyId agency) {
        return parties.contains(person.value()) || has(agency);
    }

    public boolean has(AgencyId agency) {
        return parties.contains(agency.value());
    }
}
