package org.diogel.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// What can be done about a row or card of a [SummaryList].
///
/// @param hidden said after it by a screen reader: what it is about
public record SummaryAction(
        String href, Content text, @Nullable String hidden, Attributes attributes) {

    public static SummaryAction of(String href, String text, String hidden) {
        return new SummaryAction(href, Text.of(text), hidden, Attributes.NONE);
    }
}
