package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.diogel.govuk.templates.JteTagGenerated;

/// A state in a word. Its colour never says more than its word.
public record Tag(Content text, Attributes attributes) implements Component<Tag> {

    public static Tag of(String text) {
        return new Tag(Text.of(text), Attributes.NONE);
    }

    public static Tag grey(String text) {
        return of(text).withClass("govuk-tag--grey");
    }

    public static Tag green(String text) {
        return of(text).withClass("govuk-tag--green");
    }

    public static Tag yellow(String text) {
        return of(text).withClass("govuk-tag--yellow");
    }

    public static Tag red(String text) {
        return of(text).withClass("govuk-tag--red");
    }

    @Override
    public Tag withAttributes(Attributes changed) {
        return new Tag(text, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteTagGenerated.render(Component.escaping(output), null, this);
    }
}
