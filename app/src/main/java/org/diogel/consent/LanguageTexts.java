package org.diogel.consent;

import java.util.Optional;
import java.util.SortedMap;
import org.diogel.kernel.Lang;

/// One language's reviewed texts as they stand.
///
/// @param digest of all of them, hexadecimal
/// @param texts by message key
/// @param approval of exactly these
public record LanguageTexts(
        Lang lang, String digest, SortedMap<String, String> texts, Optional<Approval> approval) {}
