package org.diogel.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.diogel.access.Agency;
import org.diogel.access.SharingPurpose;
import org.diogel.govuk.Checkboxes;
import org.diogel.govuk.Choice;
import org.diogel.govuk.DateInput;
import org.diogel.govuk.FormControl;
import org.diogel.govuk.Input;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Option;
import org.diogel.govuk.Select;
import org.diogel.govuk.Textarea;
import org.diogel.web.Form;
import org.diogel.web.Texts;

/// The questions of this feature's forms, each with what was typed and what has to be mended.
final class Controls {

    private final Texts texts;
    private final Form form;

    Controls(Texts texts, Form form) {
        this.texts = texts;
        this.form = form;
    }

    Input line(String field) {
        return mended(
                Input.text(field, Label.of(t(field)).small()).withValue(form.value(field)), field);
    }

    Textarea words(String field) {
        return mended(
                Textarea.of(field, Label.of(t(field)).small())
                        .withRows(4)
                        .withValue(form.value(field)),
                field);
    }

    DateInput day(String field) {
        return mended(
                DateInput.of(field, Legend.small(t(field)))
                        .withLabels(
                                texts.t("protocol.day"),
                                texts.t("protocol.month"),
                                texts.t("protocol.year"))
                        .withValues(
                                form.value(field + "-day"),
                                form.value(field + "-month"),
                                form.value(field + "-year")),
                field,
                field + "-day");
    }

    Checkboxes purposes() {
        return mended(
                Checkboxes.of(
                                "purposes",
                                Legend.small(t("purposes")),
                                Arrays.stream(SharingPurpose.values())
                                        .map(
                                                p ->
                                                        Choice.of(
                                                                        p.name(),
                                                                        texts.t("protocol.purpose." + p))
                                                                .withHint(
                                                                        texts.t("protocol.purpose." + p + ".hint")))
                                        .toList())
                        .checked(form.all("purposes")),
                "purposes");
    }

    /// @param field `law`, `special` or `offence`
    Select ground(String field) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", texts.t("protocol.ground.none")));
        Ground.of(field)
                .forEach(
                        ground ->
                                options.add(
                                        Option.of(
                                                ground.code(),
                                                texts.t("protocol.ground." + ground.code()))));
        return mended(
                Select.of(field, Label.of(t(field)).small(), options).selected(form.value(field)),
                field);
    }

    Select agency(List<Agency> agencies) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", texts.t("protocol.agency.none")));
        agencies.forEach(a -> options.add(Option.of(a.id().toString(), a.name())));
        return mended(
                Select.of("agency", Label.of(t("agency")).small(), options)
                        .selected(form.value("agency")),
                "agency");
    }

    private String t(String field) {
        return texts.t("protocol.field." + field);
    }

    private <C extends FormControl<C>> C mended(C control, String field) {
        return mended(control, field, field);
    }

    private <C extends FormControl<C>> C mended(C control, String field, String error) {
        String hint = "protocol.field." + field + ".hint";
        C explained = texts.has(hint) ? control.withHint(texts.t(hint)) : control;
        Form.Mend mend = form.errors().get(error);
        return explained.withError(
                mend == null ? null : texts.t(mend), texts.t("web.error.hidden"));
    }
}
