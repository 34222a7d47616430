package org.diogel.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that has gone and cannot be called back.
///
/// @param recipient id of the recipient
/// @param what such as `warning`, `correction`
/// @param ground on what it rests where it was none of her choices, such as `duty-child`
/// @param reference the thing that was sent, such as the warning's id
/// @param excerptDigest keyed hash of the excerpt it was made from, in hexadecimal
/// @param data which kinds of data: `danger`, `numbers`, `account`, `person`, `files`, `special`,
///     `offence`
/// @param statement the agreement it rests on; null exactly where there is a ground
/// @param reason which test was met, where there is a ground
/// @param source where the ground stands in the law
/// @param told whether she was told of it
/// @param notTold why not
/// @param agency who passed it on; null for background work
/// @param basis the lawful basis of that body; null where no protocol covers it
public record Disclosure(
        String recipient,
        String what,
        @Nullable String ground,
        UUID reference,
        String excerptDigest,
        Instant at,
        List<String> data,
        @Nullable UUID statement,
        @Nullable String reason,
        @Nullable String source,
        boolean told,
        @Nullable String notTold,
        @Nullable UUID agency,
        @Nullable Basis basis) {}
