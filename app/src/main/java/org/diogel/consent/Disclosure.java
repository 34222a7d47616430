package org.diogel.consent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that has gone and cannot be called back.
///
/// @param recipient id of the recipient
/// @param what such as `warning`, `correction`
/// @param ground on what it rests where it was none of her choices, such as `duty-child`
/// @param reference the thing that was sent, such as the warning's id
/// @param excerptDigest keyed hash of the excerpt it was made from, in hexadecimal
public record Disclosure(
        String recipient,
        String what,
        @Nullable String ground,
        UUID reference,
        String excerptDigest,
        Instant at) {}
