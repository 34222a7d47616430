package org.diogel.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// One cell of a [Table].
///
/// @param numeric set to the right, digits in columns
public record Cell(
        Content content,
        boolean numeric,
        @Nullable Integer colspan,
        @Nullable Integer rowspan,
        Attributes attributes) {

    public static Cell of(String text) {
        return of(Text.of(text));
    }

    public static Cell of(Content content) {
        return new Cell(content, false, null, null, Attributes.NONE);
    }

    public static Cell number(long number) {
        return numeric(Long.toString(number));
    }

    public static Cell numeric(String text) {
        return new Cell(Text.of(text), true, null, null, Attributes.NONE);
    }

    public Cell withClass(String classes) {
        return new Cell(content, numeric, colspan, rowspan, attributes.withClass(classes));
    }

    public Cell withAttribute(String name, String value) {
        return new Cell(content, numeric, colspan, rowspan, attributes.with(name, value));
    }
}
