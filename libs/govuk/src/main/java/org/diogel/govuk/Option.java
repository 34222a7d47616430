package org.diogel.govuk;

import org.jspecify.annotations.Nullable;

/// One line of a [Select].
///
/// @param value null: the text is sent
/// @param selected whatever the list says
public record Option(
        @Nullable String value,
        String text,
        boolean disabled,
        boolean selected,
        Attributes attributes) {

    public static Option of(String value, String text) {
        return new Option(value, text, false, false, Attributes.NONE);
    }

    /// What is sent when it is chosen.
    public String effectiveValue() {
        return value == null ? text : value;
    }
}
