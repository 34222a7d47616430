package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/// A heading whose level is chosen by the page, which a template's own tags cannot be.
///
/// @param level 1 to 6
public record Heading(int level, Content text, Attributes attributes)
        implements Component<Heading> {

    public Heading {
        if (level < 1 || level > 6) {
            throw new IllegalArgumentException("No heading of level " + level);
        }
    }

    public static Heading of(int level, String classes, Content text) {
        return new Heading(level, text, Attributes.ofClass(classes));
    }

    public static Heading of(int level, String classes, String text) {
        return of(level, classes, Text.of(text));
    }

    @Override
    public Heading withAttributes(Attributes changed) {
        return new Heading(level, text, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent("<h" + level);
        output.writeContent(attributes.withClassAttribute());
        output.writeContent(">\n");
        text.writeTo(output);
        output.writeContent("\n</h" + level + ">");
    }
}
