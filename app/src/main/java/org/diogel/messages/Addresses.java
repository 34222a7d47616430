package org.diogel.messages;

import java.util.Optional;
import org.diogel.kernel.AccountId;

/// Where somebody's messages go, and how the demonstration's outbox names her.
interface Addresses {
    Optional<String> of(AccountId account);

    /// Role and agency in words; never a name.
    String describe(AccountId account);
}
