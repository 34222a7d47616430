package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.diogel.govuk.templates.JteWarningTextGenerated;

/// Something that matters before going on.
///
/// @param iconText said before it by a screen reader, such as `Warning`
public record WarningText(Content text, String iconText, Attributes attributes)
        implements Component<WarningText> {

    public static WarningText of(String iconText, String text) {
        return new WarningText(Text.of(text), iconText, Attributes.NONE);
    }

    public static WarningText of(String iconText, Content text) {
        return new WarningText(text, iconText, Attributes.NONE);
    }

    @Override
    public WarningText withAttributes(Attributes changed) {
        return new WarningText(text, iconText, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteWarningTextGenerated.render(Component.escaping(output), null, this);
    }
}
