package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.diogel.govuk.templates.JteLinkGenerated;

/// A link in running text. Not a component of GOV.UK Frontend by itself, but its class is.
public record Link(String href, Content text, Attributes attributes) implements Component<Link> {

    public static Link of(String href, String text) {
        return new Link(href, Text.of(text), Attributes.NONE);
    }

    /// The white variety, on a coloured panel.
    public Link inverse() {
        return withClass("govuk-link--inverse");
    }

    @Override
    public Link withAttributes(Attributes changed) {
        return new Link(href, text, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteLinkGenerated.render(Component.escaping(output), null, this);
    }
}
