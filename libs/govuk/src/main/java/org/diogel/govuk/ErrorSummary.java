package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import org.diogel.govuk.templates.JteErrorSummaryGenerated;
import org.jspecify.annotations.Nullable;

/// Everything to be done about a form, at the top of the page; takes the focus.
public record ErrorSummary(
        Content title,
        @Nullable Content description,
        List<ErrorLink> errors,
        @Nullable Boolean disableAutoFocus,
        Attributes attributes)
        implements Component<ErrorSummary> {

    public ErrorSummary {
        errors = List.copyOf(errors);
    }

    public static ErrorSummary of(String title, List<ErrorLink> errors) {
        return new ErrorSummary(Text.of(title), null, errors, null, Attributes.NONE);
    }

    /// A copy with `description` replaced.
    public ErrorSummary withDescription(@Nullable Content changed) {
        return new ErrorSummary(title, changed, errors, disableAutoFocus, attributes);
    }

    /// A copy with `disableAutoFocus` replaced.
    public ErrorSummary withDisableAutoFocus(@Nullable Boolean changed) {
        return new ErrorSummary(title, description, errors, changed, attributes);
    }

    @Override
    public ErrorSummary withAttributes(Attributes changed) {
        return new ErrorSummary(title, description, errors, disableAutoFocus, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteErrorSummaryGenerated.render(Component.escaping(output), null, this);
    }
}
