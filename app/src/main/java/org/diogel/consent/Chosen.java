package org.diogel.consent;

import java.time.LocalDate;

/// A true count of what people chose when they sent.
///
/// @param quarter its first day
/// @param chose the widest of the choices: `nothing`, `other` (nothing for the police), `anonymous`,
///     `full`
public record Chosen(LocalDate quarter, String chose, long reports) {}
