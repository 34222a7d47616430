package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.diogel.govuk.templates.JteDetailsGenerated;
import org.jspecify.annotations.Nullable;

/// More on demand.
public record Details(
        Content summary, Content body, @Nullable String id, boolean open, Attributes attributes)
        implements Component<Details> {

    public static Details of(String summary, String body) {
        return of(summary, Text.of(body));
    }

    public static Details of(String summary, Content body) {
        return new Details(Text.of(summary), body, null, false, Attributes.NONE);
    }

    /// A copy with `id` replaced.
    public Details withId(@Nullable String changed) {
        return new Details(summary, body, changed, open, attributes);
    }

    /// A copy with `open` replaced.
    public Details withOpen(boolean changed) {
        return new Details(summary, body, id, changed, attributes);
    }

    @Override
    public Details withAttributes(Attributes changed) {
        return new Details(summary, body, id, open, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteDetailsGenerated.render(Component.escaping(output), null, this);
    }
}
