package org.diogel.govuk;

import org.jspecify.annotations.Nullable;

/// Day, month or year of a [DateInput].
///
/// @param name without the prefix of the date
/// @param id null: made from the date and the name
/// @param error marked in particular
/// @param width in characters; 0 for none of ours
/// @param inputmode null: numeric
public record DatePart(
        String name,
        String label,
        @Nullable String id,
        @Nullable String value,
        boolean error,
        int width,
        @Nullable String inputmode,
        @Nullable String autocomplete,
        @Nullable String pattern,
        Attributes attributes) {

    public static DatePart of(String name, String label, int width) {
        return new DatePart(
                name, label, null, null, false, width, null, null, null, Attributes.NONE);
    }

    /// A copy with `value` replaced.
    public DatePart withValue(@Nullable String changed) {
        return new DatePart(
                name,
                label,
                id,
                changed,
                error,
                width,
                inputmode,
                autocomplete,
                pattern,
                attributes);
    }

    /// A copy with `error` replaced.
    public DatePart withError(boolean changed) {
        return new DatePart(
                name,
                label,
                id,
                value,
                changed,
                width,
                inputmode,
                autocomplete,
                pattern,
                attributes);
    }

    /// A copy with `autocomplete` replaced.
    public DatePart withAutocomplete(@Nullable String changed) {
        return new DatePart(
                name, label, id, value, error, width, inputmode, changed, pattern, attributes);
    }
}
