package org.diogel.contest;

import org.diogel.govuk.Choice;
import org.diogel.govuk.Input;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Radios;
import org.diogel.govuk.Textarea;
import org.diogel.web.Page;

/// @param form the sealed code this form will be known by
public record AskPage(String form) {

    public Radios kind(Page page) {
        return Radios.of(
                        "kind",
                        Legend.medium(page.t("contest.kind")),
                        AskController.KINDS.stream()
                                .map(kind -> Choice.of(kind, page.t("contest.kind." + kind)))
                                .toList())
                .selected(page.form().value("kind"))
                .withError(page.error("kind"), page.t("web.error.hidden"));
    }

    public Textarea words(Page page) {
        return Textarea.of("words", Label.of(page.t("contest.words")).small())
                .withHint(page.t("contest.words.hint"))
                .withRows(8)
                .withValue(page.form().value("words"))
                .withError(page.error("words"), page.t("web.error.hidden"));
    }

    public Input line(Page page, String name, String key) {
        return Input.text(name, Label.of(page.t(key)).small())
                .withHint(page.t(key + ".hint"))
                .withAutocomplete("off")
                .withValue(page.form().value(name))
                .withError(page.error(name), page.t("web.error.hidden"));
    }
}
