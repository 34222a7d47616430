package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.diogel.govuk.templates.JteFieldsetGenerated;
import org.jspecify.annotations.Nullable;

/// A group of controls under one question.
///
/// @param describedBy ids of what explains it, separated by spaces
public record Fieldset(
        @Nullable Legend legend,
        @Nullable String describedBy,
        @Nullable String role,
        Content body,
        Attributes attributes)
        implements Component<Fieldset> {

    public static Fieldset of(Legend legend) {
        return of(legend, Text.of(""));
    }

    public static Fieldset of(Legend legend, Content body) {
        return new Fieldset(legend, null, null, body, Attributes.NONE);
    }

    /// A copy with `describedBy` replaced.
    public Fieldset withDescribedBy(@Nullable String changed) {
        return new Fieldset(legend, changed, role, body, attributes);
    }

    /// A copy with `role` replaced.
    public Fieldset withRole(@Nullable String changed) {
        return new Fieldset(legend, describedBy, changed, body, attributes);
    }

    /// A copy with `body` replaced.
    public Fieldset withBody(Content changed) {
        return new Fieldset(legend, describedBy, role, changed, attributes);
    }

    @Override
    public Fieldset withAttributes(Attributes changed) {
        return new Fieldset(legend, describedBy, role, body, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteFieldsetGenerated.render(Component.escaping(output), null, this);
    }
}
