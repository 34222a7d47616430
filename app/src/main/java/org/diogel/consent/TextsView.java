package org.diogel.consent;

import java.util.List;

/// The page that lists the languages.
///
/// @param languages every language with its texts
public record TextsView(List<LanguageTexts> languages) {}
