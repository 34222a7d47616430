package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.diogel.govuk.templates.JteSkipLinkGenerated;

/// The first thing a keyboard reaches: past everything to the content.
public record SkipLink(String href, Content text, Attributes attributes)
        implements Component<SkipLink> {

    public static SkipLink of(String text) {
        return new SkipLink("#main", Text.of(text), Attributes.NONE);
    }

    /// A copy with `href` replaced.
    public SkipLink withHref(String changed) {
        return new SkipLink(changed, text, attributes);
    }

    @Override
    public SkipLink withAttributes(Attributes changed) {
        return new SkipLink(href, text, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteSkipLinkGenerated.render(Component.escaping(output), null, this);
    }
}
