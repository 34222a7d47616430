package org.diogel.liaison;

import java.util.List;
import org.diogel.govuk.Checkboxes;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Radios;
import org.diogel.govuk.Textarea;
import org.diogel.web.Page;

/// How she says she was treated.
///
/// @param said whether it was said already
/// @param whose the report's mark
/// @param again whether it is shown again after it was interrupted
public record TreatmentPage(boolean said, String whose, boolean again) {

    public List<Radios> questions(Page page) {
        return TreatmentQuestions.all().stream()
                .map(
                        question ->
                                Radios.of(
                                                question.name(),
                                                Legend.medium(
                                                        page.t("liaison.treated." + question.name())),
                                                question.answers().stream()
                                                        .map(
                                                                answer ->
                                                                        Choice.of(
                                                                                answer,
                                                                                page.t(
                                                                                        "liaison.treated.a."
                                                                                                + answer)))
                                                        .toList())
                                        .inline()
                                        .selected(page.form().value(question.name()))
                                        .withError(
                                                page.error(question.name()),
                                                page.t("web.error.hidden")))
                .toList();
    }

    public Textarea words(Page page) {
        return Textarea.of("words", Label.of(page.t("liaison.treated.words")).medium())
                .withHint(page.t("liaison.treated.words.hint"))
                .withValue(page.form().value("words"))
                .withError(page.error("words"), page.t("web.error.hidden"));
    }

    public Checkboxes link(Page page) {
        return Checkboxes.single(
                        "link", Choice.of("yes", page.t("liaison.treated.link")).withId("link"))
                .checked(page.form().all("link"))
                .withError(page.error("link"), page.t("web.error.hidden"));
    }
}
