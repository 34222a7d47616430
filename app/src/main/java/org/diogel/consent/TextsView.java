package org.diogel.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.diogel.govuk.Checkboxes;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Input;
import org.diogel.govuk.Label;
import org.diogel.govuk.Radios;
import org.diogel.kernel.Lang;
import org.diogel.web.Page;

/// The page on which a reviewer approves.
///
/// @param languages every language with its texts
public record TextsView(List<LanguageTexts> languages) {

    public Radios which(Page page) {
        return Radios.of(
                        "approve",
                        page.t("consent.texts.which"),
                        Arrays.stream(Lang.values())
                                .map(lang -> Choice.of(lang.tag(), lang.ownName()))
                                .toList())
                .inline()
                .selected(page.form().text("approve"))
                .withError(page.error("approve"), page.t("web.error.hidden"));
    }

    public Input reviewer(Page page) {
        return Input.text("reviewer", Label.of(page.t("consent.texts.reviewer")))
                .withHint(page.t("consent.texts.reviewer.hint"))
                .withValue(page.form().value("reviewer"))
                .withError(page.error("reviewer"), page.t("web.error.hidden"));
    }

    public Checkboxes read(Page page) {
        return Checkboxes.single("read", Choice.of("yes", page.t("consent.texts.read")))
                .checked(page.form().isOn("read") ? Set.of("yes") : Set.of())
                .withError(page.error("read"), page.t("web.error.hidden"));
    }
}
