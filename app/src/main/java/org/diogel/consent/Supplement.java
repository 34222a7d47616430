package org.diogel.consent;

import java.time.Instant;
import java.util.UUID;

/// Something she added later that a recipient may have too.
///
/// @param recipient id of the recipient
/// @param addition what she added
/// @param at when she said so
public record Supplement(String recipient, UUID addition, Instant at) {}
