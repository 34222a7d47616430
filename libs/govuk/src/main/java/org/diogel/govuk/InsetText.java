package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.diogel.govuk.templates.JteInsetTextGenerated;
import org.jspecify.annotations.Nullable;

/// A passage set apart from the rest.
public record InsetText(Content text, @Nullable String id, Attributes attributes)
        implements Component<InsetText> {

    public static InsetText of(String text) {
        return of(Text.of(text));
    }

    public static InsetText of(Content text) {
        return new InsetText(text, null, Attributes.NONE);
    }

    /// A copy with `id` replaced.
    public InsetText withId(@Nullable String changed) {
        return new InsetText(text, changed, attributes);
    }

    @Override
    public InsetText withAttributes(Attributes changed) {
        return new InsetText(text, id, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteInsetTextGenerated.render(Component.escaping(output), null, this);
    }
}
