package org.diogel.consent;

import java.time.Instant;
import org.diogel.kernel.Lang;

/// One thing she agrees to now.
///
/// @param recipient id of the recipient
/// @param at when she last said so
/// @param lang the language it was put to her in
/// @param wordsVersion version of the form that asked
public record Agreement(
        String recipient, SharingChoice choice, Instant at, Lang lang, String wordsVersion) {}
