package org.diogel.retention;

import java.util.Arrays;
import org.diogel.govuk.Choice;
import org.diogel.govuk.DateInput;
import org.diogel.govuk.FormControl;
import org.diogel.govuk.Input;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Radios;
import org.diogel.govuk.Textarea;
import org.diogel.web.Form;
import org.diogel.web.Texts;

/// The questions about a hold, each with what was typed and what has to be mended.
final class HoldControls {

    private final Texts texts;
    private final Form form;

    HoldControls(Texts texts, Form form) {
        this.texts = texts;
        this.form = form;
    }

    Input line(String field) {
        return mended(
                Input.text(field, Label.of(t(field)).small()).withValue(form.value(field)),
                field,
                field);
    }

    Textarea words(String field) {
        return mended(
                Textarea.of(field, Label.of(t(field)).small())
                        .withRows(3)
                        .withValue(form.value(field)),
                field,
                field);
    }

    Radios why() {
        return mended(
                Radios.of(
                                "why",
                                Legend.small(t("why")),
                                Arrays.stream(HoldGround.values())
                                        .map(
                                                ground ->
                                                        Choice.of(
                                                                ground.label(),
                                                                texts.t("retention.why." + ground.label())))
                                        .toList())
                        .selected(form.value("why")),
                "why",
                "why");
    }

    DateInput review() {
        return mended(
                DateInput.of("review", Legend.small(t("review")))
                        .withLabels(
                                texts.t("retention.day"),
                                texts.t("retention.month"),
                                texts.t("retention.year"))
                        .withValues(
                                form.value("review-day"),
                                form.value("review-month"),
                                form.value("review-year")),
                "review",
                "review-day");
    }

    private String t(String field) {
        return texts.t("retention.field." + field);
    }

    private <C extends FormControl<C>> C mended(C control, String field, String error) {
        String hint = "retention.field." + field + ".hint";
        C explained = texts.has(hint) ? control.withHint(texts.t(hint)) : control;
        Form.Mend mend = form.errors().get(error);
        return explained.withError(
                mend == null ? null : texts.t(mend), texts.t("web.error.hidden"));
    }
}
