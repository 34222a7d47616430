package org.diogel.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// What can be done about a row or card of a [SummaryList].
///
/// @param href where it leads; null for a button that looks like a link
/// @param hidden said after it by a screen reader: what it is about
public record SummaryAction(
        @Nullable String href, Content text, @Nullable String hidden, Attributes attributes) {

    public static SummaryAction of(String href, String text, String hidden) {
        return new SummaryAction(href, Text.of(text), hidden, Attributes.NONE);
    }

    /// Submits a form, so that what was chosen in it is kept before another page is shown.
    ///
    /// @param form id of the form, wherever on the page it stands
    public static SummaryAction submitting(
            String form, String name, String value, String text, @Nullable String hidden) {
        return new SummaryAction(
                null,
                Text.of(text),
                hidden,
                Attributes.NONE.with("form", form).with("name", name).with("value", value));
    }
}
