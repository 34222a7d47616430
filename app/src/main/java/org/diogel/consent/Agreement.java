package org.diogel.consent;

import java.time.Instant;
import java.util.List;
import org.diogel.kernel.Lang;
import org.jspecify.annotations.Nullable;

/// One thing she agrees to now.
///
/// @param recipient id of the recipient
/// @param at when she last said so
/// @param lang the language it was put to her in
/// @param wordsVersion version of the form that asked
/// @param purpose what for, such as `WARNINGS`
/// @param data which kinds of data, as in [Disclosure]
/// @param spoken whether she said it to a worker, who wrote it down, and not on the page herself
/// @param until when it ends by itself; null: when she takes it back
public record Agreement(
        String recipient,
        SharingChoice choice,
        Instant at,
        Lang lang,
        String wordsVersion,
        String purpose,
        List<String> data,
        boolean spoken,
        @Nullable Instant until) {}
