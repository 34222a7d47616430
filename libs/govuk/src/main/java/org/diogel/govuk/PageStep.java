package org.diogel.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// The link to the page before or after in [Pagination].
///
/// @param label what that page is about
public record PageStep(String href, Content text, @Nullable String label, Attributes attributes) {

    public static PageStep of(String href, String text) {
        return new PageStep(href, Text.of(text), null, Attributes.NONE);
    }
}
