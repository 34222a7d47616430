package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.diogel.govuk.templates.JteGenericHeaderGenerated;

/// The head of a page with a word-mark, without the crown.
public record GenericHeader(
        Content logo, String url, String containerClasses, Attributes attributes)
        implements Component<GenericHeader> {

    public static GenericHeader of(String url, Content logo) {
        return new GenericHeader(logo, url, "govuk-width-container", Attributes.NONE);
    }

    /// A copy with `containerClasses` replaced.
    public GenericHeader withContainerClasses(String changed) {
        return new GenericHeader(logo, url, changed, attributes);
    }

    @Override
    public GenericHeader withAttributes(Attributes changed) {
        return new GenericHeader(logo, url, containerClasses, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteGenericHeaderGenerated.render(Component.escaping(output), null, this);
    }
}
