package org.diogel.consent;

import java.util.Optional;
import org.diogel.kernel.AgencyId;

/// Knows the lawful basis of a body, from the protocol that covers it. Asked in the transaction in which
/// something goes.
public interface LawfulBases {

    /// Empty where no protocol in force covers it: the ledger then says that none was named.
    Optional<Basis> of(AgencyId body, SharingChoice choice);

    /// How it is cited; empty where it is not known.
    String cite(Basis basis);
}
