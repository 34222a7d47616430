package org.diogel.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// One step of [Breadcrumbs].
///
/// @param href where it leads, or null for the page itself
public record Crumb(Content text, @Nullable String href, Attributes attributes) {

    public static Crumb of(String href, String text) {
        return new Crumb(Text.of(text), href, Attributes.NONE);
    }

    /// The page the person is on.
    public static Crumb here(String text) {
        return new Crumb(Text.of(text), null, Attributes.NONE);
    }
}
