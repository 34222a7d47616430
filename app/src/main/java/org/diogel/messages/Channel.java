package org.diogel.messages;

import java.util.Optional;
import java.util.UUID;

/// The port to whoever carries messages.
interface Channel {

    /// `mail`, `notify` or `outbox`.
    String name();

    Way way();

    /// Hands one message over.
    ///
    /// @param reference of the delivery, the same each time it is tried
    /// @return its id at whoever took it, if it can be asked about by that
    /// @throws Refused when it will never be taken
    /// @throws RuntimeException when it was not taken now; it is tried again later
    Optional<UUID> send(UUID reference, String address, Mail mail);

    /// Whether it was taken before, as far as whoever carries it can say: asked before it is handed
    /// over once more.
    ///
    /// @return its id there
    default Optional<UUID> findTaken(UUID reference) {
        return Optional.empty();
    }

    /// What became of it since; empty while nobody knows.
    default Optional<Arrival> findOutcome(UUID handed) {
        return Optional.empty();
    }
}
