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

    /// Somebody asked who has not come yet.
    ///
    /// @param email empty when she types her own @param roles message keys
    /// @param anew whether she has an account and sets up anew how she signs in
    /// @param waits whether a second person has to confirm it
    /// @param by name of whoever asked; may be empty @param mine whether it was whoever is looking
    public record Asked(
            String id,
            String name,
            String email,
            String agency,
            List<String> roles,
            Instant until,
            boolean anew,
            boolean waits,
            String by,
            boolean mine) {}
}
