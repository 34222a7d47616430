package org.diogel.govuk;

import gg.jte.TemplateOutput;
import java.util.List;
import org.diogel.govuk.templates.JteLanguageNavigationGenerated;

/// The languages a page can be read in.
///
/// @param label name of the landmark
public record LanguageNavigation(String label, List<Language> languages, Attributes attributes)
        implements Component<LanguageNavigation> {

    public LanguageNavigation {
        languages = List.copyOf(languages);
    }

    public static LanguageNavigation of(String label, List<Language> languages) {
        return new LanguageNavigation(label, languages, Attributes.NONE);
    }

    @Override
    public LanguageNavigation withAttributes(Attributes changed) {
        return new LanguageNavigation(label, languages, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteLanguageNavigationGenerated.render(Component.escaping(output), null, this);
    }
}
