package org.diogel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diogel.govuk.CharacterCount;
import org.diogel.govuk.Checkboxes;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Component;
import org.diogel.govuk.DateInput;
import org.diogel.govuk.Divider;
import org.diogel.govuk.FormControl;
import org.diogel.govuk.Input;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.ListedChoice;
import org.diogel.govuk.Radios;
import org.diogel.govuk.Textarea;
import org.diogel.web.Form;
import org.diogel.web.Texts;
import org.jspecify.annotations.Nullable;

/// A question of the form as a component, with what was typed and what has to be mended.
final class Asks {

    private final Texts texts;
    private final Form form;

    Asks(Texts texts, Form form) {
        this.texts = texts;
        this.form = form;
    }

    Component<?> of(Question question) {
        String field = question.field();
        String text = texts.t("report.q." + field);
        return switch (question.kind()) {
            case ONE -> mended(radios(question, text), field);
            case MANY ->
                    mended(
                            Checkboxes.of(field, Legend.medium(text), choices(question))
                                    .checked(form.all(field)),
                            field);
            case LINE -> mended(line(field, text), field);
            case LINES ->
                    mended(
                            Textarea.of(field, Label.of(text).medium())
                                    .withValue(form.value(field))
                                    .withRows(3)
                                    .withSpellcheck(false)
                                    .withAutocomplete("off"),
                            field);
            case TEXT -> mended(longText(question, text), field);
            case DATE ->
                    mended(
                            DateInput.of(field, Legend.medium(text))
                                    .withLabels(
                                            texts.t("report.date.day"),
                                            texts.t("report.date.month"),
                                            texts.t("report.date.year"))
                                    .withValues(
                                            form.value(field + "-day"),
                                            form.value(field + "-month"),
                                            form.value(field + "-year")),
                            field + "-day",
                            field);
        };
    }

    private Radios radios(Question question, String text) {
        List<ListedChoice> choices = new ArrayList<>(choices(question));
        choices.add(Divider.of(texts.t("report.or")));
        choices.add(Choice.of(Question.RATHER_NOT, texts.t("report.o.rather-not")));
        return Radios.of(question.field(), Legend.medium(text), choices)
                .selected(form.value(question.field()));
    }

    private List<Choice> choices(Question question) {
        return question.options().stream()
                .map(
                        option -> {
                            String key = Wording.option(texts, question.field(), option);
                            Choice choice = Choice.of(option, texts.t(key));
                            return texts.has(key + ".hint")
                                    ? choice.withHint(texts.t(key + ".hint"))
                                    : choice;
                        })
                .toList();
    }

    private Input line(String field, String text) {
        return Input.text(field, Label.of(text).medium())
                .withValue(form.value(field))
                .withSpellcheck(false)
                .withAutocomplete("off");
    }

    private CharacterCount longText(Question question, String text) {
        boolean only = question.longest() > 10_000;
        Label label = only ? Label.of(text).hidden() : Label.of(text).medium();
        return counted(question.field(), label, question.longest(), only ? 14 : 5);
    }

    /// The one field of a page that is no question of the form.
    Component<?> more(String name, int longest) {
        return counted(name, Label.of(texts.t("report.add.label")).medium(), longest, 8)
                .withError(error(name), texts.t("web.error.hidden"));
    }

    private CharacterCount counted(String name, Label label, int longest, int rows) {
        return CharacterCount.of(name, label, longest)
                .withRows(rows)
                .withThreshold(80)
                .withDescription(texts.t("report.count.most", "most", longest))
                .withTexts(counting())
                .withValue(form.value(name));
    }

    /// What the counter says while she types; it asks for every plural of the language.
    private Map<String, String> counting() {
        Map<String, String> all = new TreeMap<>();
        for (String plural : texts.plurals()) {
            all.put("characters-under-limit." + plural, counted("report.count.left"));
            all.put("characters-over-limit." + plural, counted("report.count.over"));
        }
        all.put("characters-at-limit", texts.t("report.count.none"));
        return all;
    }

    private String counted(String key) {
        return texts.t(key).replace("%count%", "%{count}");
    }

    private <C extends FormControl<C>> C mended(C control, String field) {
        return mended(control, field, field);
    }

    private <C extends FormControl<C>> C mended(C control, String errorField, String field) {
        String hint = "report.q." + field + ".hint";
        C hinted = texts.has(hint) ? control.withHint(texts.t(hint)) : control;
        return hinted.withError(error(errorField), texts.t("web.error.hidden"));
    }

    private @Nullable String error(String field) {
        Form.Mend mend = form.errors().get(field);
        return mend == null ? null : texts.t(mend);
    }
}
