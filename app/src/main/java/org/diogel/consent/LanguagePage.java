package org.diogel.consent;

import java.util.Set;
import org.diogel.govuk.Checkboxes;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Input;
import org.diogel.govuk.Label;
import org.diogel.web.Page;

/// The page on which the words of one language are approved, or an approval taken back.
public record LanguagePage(LanguageTexts language) {

    public boolean isApproved() {
        return language.approval().isPresent();
    }

    /// Where the form of the page leads.
    public String path() {
        return "/texts/" + language.lang().tag() + (isApproved() ? "/take-back" : "");
    }

    public Input reviewer(Page page) {
        String key = isApproved() ? "consent.texts.back.who" : "consent.texts.reviewer";
        return Input.text("reviewer", Label.of(page.t(key)))
                .withHint(page.t(key + ".hint"))
                .withValue(page.form().value("reviewer"))
                .withError(page.error("reviewer"), page.t("web.error.hidden"));
    }

    public Checkboxes read(Page page) {
        return Checkboxes.single("read", Choice.of("yes", page.t("consent.texts.read")))
                .checked(page.form().isOn("read") ? Set.of("yes") : Set.of())
                .withError(page.error("read"), page.t("web.error.hidden"));
    }
}
