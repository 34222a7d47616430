package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.diogel.govuk.templates.JteErrorMessageGenerated;
import org.jspecify.annotations.Nullable;

/// What to do about one answer, shown beside it.
///
/// @param prefix said before it by a screen reader, without the colon; empty for none
public record ErrorMessage(Content text, String prefix, @Nullable String id, Attributes attributes)
        implements Component<ErrorMessage> {

    public static ErrorMessage of(String text) {
        return new ErrorMessage(Text.of(text), "Error", null, Attributes.NONE);
    }

    /// With the hidden word before it, `Error` or `Gwall`.
    public static ErrorMessage of(String text, String prefix) {
        return new ErrorMessage(Text.of(text), prefix, null, Attributes.NONE);
    }

    /// A copy with `prefix` replaced.
    public ErrorMessage withPrefix(String changed) {
        return new ErrorMessage(text, changed, id, attributes);
    }

    /// A copy with `id` replaced.
    public ErrorMessage withId(@Nullable String changed) {
        return new ErrorMessage(text, prefix, changed, attributes);
    }

    @Override
    public ErrorMessage withAttributes(Attributes changed) {
        return new ErrorMessage(text, prefix, id, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteErrorMessageGenerated.render(Component.escaping(output), null, this);
    }
}
