package org.diogel.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// One line of an [ErrorSummary].
///
/// @param href leads to the control, or null for a line alone
public record ErrorLink(Content text, @Nullable String href, Attributes attributes) {

    /// A line that leads to the control of this id on the same page.
    public static ErrorLink to(String id, String text) {
        return new ErrorLink(Text.of(text), "#" + id, Attributes.NONE);
    }
}
