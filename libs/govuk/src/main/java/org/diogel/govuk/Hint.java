package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.diogel.govuk.templates.JteHintGenerated;
import org.jspecify.annotations.Nullable;

/// Help with one answer.
public record Hint(Content text, @Nullable String id, Attributes attributes)
        implements Component<Hint> {

    public static Hint of(String text) {
        return new Hint(Text.of(text), null, Attributes.NONE);
    }

    public static Hint of(Content text) {
        return new Hint(text, null, Attributes.NONE);
    }

    /// A copy with `id` replaced.
    public Hint withId(@Nullable String changed) {
        return new Hint(text, changed, attributes);
    }

    @Override
    public Hint withAttributes(Attributes changed) {
        return new Hint(text, id, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteHintGenerated.render(Component.escaping(output), null, this);
    }
}
