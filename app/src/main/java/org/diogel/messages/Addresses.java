package org.diogel.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Role;

/// Who gets messages, where they go, and how the demonstration's outbox names her. Read as the outbox,
/// which sees everybody's.
interface Addresses {

    /// False for somebody who was suspended, or is nobody: she gets nothing.
    boolean isActive(AccountId account);

    /// What she chose, of what this Diogel can send by. Empty: nothing is sent.
    Set<Way> ways(Delivery delivery);

    /// When the quiet hours end that she is in; empty when she is in none.
    Optional<Instant> quietUntil(AccountId account, Instant now);

    /// What goes, and where; empty when there is no address, or it has nothing to say any more.
    Optional<Post> post(Delivery delivery);

    Who describe(AccountId account);

    /// @param address an e-mail address or a telephone number
    record Post(String address, Mail mail) {
        @Override
        public String toString() {
            return "Post";
        }
    }

    /// Roles and agency; never a name.
    record Who(List<Role> roles, String agency) {
        static final Who NOBODY = new Who(List.of(), "");
    }
}
