package org.diogel.messages;

/// A way out.
interface Channel {

    /// `mail` or `outbox`.
    String name();

    /// Hands one message over.
    ///
    /// @throws RuntimeException when it was not taken; it is tried again later
    void send(String address, Mail mail);
}
