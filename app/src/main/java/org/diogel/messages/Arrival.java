package org.diogel.messages;

import java.util.Locale;

/// What became of a message, as whoever carried it says.
enum Arrival {
    DELIVERED,
    /// Nobody has that number or address, or it takes nothing.
    UNKNOWN,
    /// It could not be reached, though it was tried for days.
    TEMPORARY,
    /// The service failed.
    FAILED;

    /// As it stands in tables and message keys, where it did not arrive.
    String fault() {
        return name().toLowerCase(Locale.ROOT);
    }
}
