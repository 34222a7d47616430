package org.diogel.consent;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The lawful basis of the body that passes something on. It stands beside what she agreed and never in
/// its place. DOMAIN §4.2.
///
/// @param law UK GDPR Article 6, or Part 3 of the Data Protection Act 2018: a code of
///     `protocol/grounds.csv`
/// @param special the condition of Article 9
/// @param offence the condition of Article 10
/// @param protocol the information-sharing protocol that names it; null where none covers it
public record Basis(
        String law, @Nullable String special, @Nullable String offence, @Nullable UUID protocol) {}
