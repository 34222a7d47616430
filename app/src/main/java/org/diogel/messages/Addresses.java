package org.diogel.messages;

import java.util.List;
import java.util.Optional;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Role;

/// Where somebody's messages go, and how the demonstration's outbox names her.
interface Addresses {
    Optional<String> of(AccountId account);

    Who describe(AccountId account);

    /// Roles and agency; never a name.
    record Who(List<Role> roles, String agency) {
        static final Who NOBODY = new Who(List.of(), "");
    }
}
