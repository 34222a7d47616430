package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.diogel.govuk.templates.JteBackLinkGenerated;

/// A link to the page before, at the top of a page.
public record BackLink(String href, Content text, Attributes attributes)
        implements Component<BackLink> {

    public static BackLink of(String href, String text) {
        return new BackLink(href, Text.of(text), Attributes.NONE);
    }

    @Override
    public BackLink withAttributes(Attributes changed) {
        return new BackLink(href, text, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteBackLinkGenerated.render(Component.escaping(output), null, this);
    }
}
