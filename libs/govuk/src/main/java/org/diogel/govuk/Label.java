package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.diogel.govuk.templates.JteLabelGenerated;
import org.jspecify.annotations.Nullable;

/// The question of one control.
///
/// @param text empty content prints no label at all
/// @param target id of the control
/// @param pageHeading the label is the heading of the page
public record Label(
        Content text, @Nullable String target, boolean pageHeading, Attributes attributes)
        implements Component<Label> {

    public static Label of(String text) {
        return new Label(Text.of(text), null, false, Attributes.NONE);
    }

    public static Label of(Content text) {
        return new Label(text, null, false, Attributes.NONE);
    }

    /// The only question of a page: large, and the page's heading.
    public Label asHeading() {
        return new Label(text, target, true, attributes.withClass("govuk-label--l"));
    }

    /// Bold, one of a few questions on a page.
    public Label medium() {
        return withClass("govuk-label--m");
    }

    /// Bold, in the size of the text.
    public Label small() {
        return withClass("govuk-label--s");
    }

    /// Heard but not seen.
    public Label hidden() {
        return withClass("govuk-visually-hidden");
    }

    /// A copy with `target` replaced.
    public Label withTarget(@Nullable String changed) {
        return new Label(text, changed, pageHeading, attributes);
    }

    @Override
    public Label withAttributes(Attributes changed) {
        return new Label(text, target, pageHeading, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteLabelGenerated.render(Component.escaping(output), null, this);
    }
}
