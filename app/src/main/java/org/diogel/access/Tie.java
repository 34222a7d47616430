package org.diogel.access;

import java.time.Instant;
import java.util.UUID;

/// Somebody whom a person who works here knows privately, as she wrote it down.
///
/// @param kind `phone`, `email`, `handle` or `vehicle`
/// @param value the number, address, name or plate as typed
/// @param note who that is to her; may be empty
public record Tie(UUID id, String kind, String value, String note, Instant addedAt) {}
