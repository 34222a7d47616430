package org.diogel.account;

import java.time.Instant;
import java.util.List;

/// Everybody who signs in, and everybody asked.
public record PeoplePage(List<Person> people, List<Asked> asked, String saved) {

    /// @param roles message keys @param self whether it is whoever is looking
    public record Person(
            String id,
            String name,
            String agency,
            String profession,
            List<String> roles,
            boolean active,
            boolean self) {}

    public record Asked(String name, List<String> roles, Instant until) {}
}
