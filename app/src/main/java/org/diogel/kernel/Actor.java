package org.diogel.kernel;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/// Who is acting. Exactly one actor stands behind every transaction; the database refuses to answer
/// without one.
public sealed interface Actor {

    /// A visitor about whom nothing is known.
    record Anonymous() implements Actor {}

    /// Whoever holds the code of one report. `second` is true only while the second secret has been
    /// given as well, since whoever holds her phone may hold her code.
    record Holder(UUID subject, boolean second) implements Actor {}

    /// Somebody who signed in, for one agency.
    record Person(AccountId account, AgencyId agency, Set<Role> roles) implements Actor {
        public Person {
            roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
        }

        public boolean has(Role role) {
            return roles.contains(role);
        }
    }

    /// Work of the system itself, named so that row-level policies can be as narrow as the task.
    record Task(String name) implements Actor {
        public Task {
            if (!name.matches("[a-z-]{1,40}")) {
                throw new IllegalArgumentException("A task is named in small letters and hyphens");
            }
        }
    }
}
