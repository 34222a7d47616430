package org.diogel.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// One language a page can be read in.
///
/// @param text its name in itself
/// @param href the same page in it; null if the page is in it
/// @param description said after it by a screen reader
public record Language(
        Content text,
        @Nullable String href,
        boolean current,
        @Nullable String lang,
        @Nullable String dir,
        @Nullable String description,
        Attributes attributes) {

    /// The language the page is in.
    public static Language here(String lang, String name) {
        return new Language(Text.of(name), null, true, lang, null, null, Attributes.NONE);
    }

    public static Language of(String lang, String name, String href) {
        return new Language(Text.of(name), href, false, lang, null, null, Attributes.NONE);
    }

    /// Whether the page is in it.
    public boolean isCurrent() {
        return current || href == null;
    }
}
