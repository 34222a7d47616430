package org.diogel.subjectaccess;

import java.util.ArrayList;
import java.util.List;
import org.diogel.govuk.Checkboxes;
import org.diogel.govuk.Choice;
import org.diogel.govuk.DateInput;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Option;
import org.diogel.govuk.Radios;
import org.diogel.govuk.Select;
import org.diogel.govuk.Textarea;
import org.diogel.web.Page;

/// The form controls of the register, with what was typed and what has to be mended.
public final class NoteControls {

    static final int LONGEST = 4000;

    private NoteControls() {}

    public static Select who(Page page) {
        return select(page, "who", AskedData.ASKERS.stream().map(AskedData.Asker::id).toList());
    }

    public static Select power(Page page) {
        return select(page, "power", AskedData.POWERS.stream().map(AskedData.Power::id).toList());
    }

    public static Select how(Page page) {
        return select(page, "how", AskedData.WAYS);
    }

    private static Select select(Page page, String name, List<String> all) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", page.t("subjectaccess.choose")));
        all.forEach(one -> options.add(Option.of(one, page.t("subjectaccess.note." + name + "." + one))));
        return Select.of(name, Label.of(page.t("subjectaccess.note." + name)).small(), options)
                .selected(page.form().value(name))
                .withError(page.error(name), page.t("web.error.hidden"));
    }

    public static Radios view(Page page) {
        return radios(page, "view", AskedData.VIEWS);
    }

    public static Radios notice(Page page) {
        return radios(page, "notice", AskedData.NOTICES);
    }

    private static Radios radios(Page page, String name, List<String> all) {
        return Radios.of(
                        name,
                        Legend.small(page.t("subjectaccess.note." + name)),
                        all.stream()
                                .map(
                                        one ->
                                                Choice.of(
                                                        one,
                                                        page.t("subjectaccess.note." + name + "." + one)))
                                .toList())
                .small()
                .selected(page.form().value(name))
                .withError(page.error(name), page.t("web.error.hidden"));
    }

    public static Checkboxes classes(Page page) {
        return Checkboxes.of(
                        "classes",
                        Legend.small(page.t("subjectaccess.note.classes")),
                        AskedData.CLASSES.stream()
                                .map(
                                        one ->
                                                Choice.of(
                                                        one,
                                                        page.t("subjectaccess.note.classes." + one)))
                                .toList())
                .withHint(page.t("subjectaccess.note.classes.hint"))
                .small()
                .checked(page.form().all("classes"))
                .withError(page.error("classes"), page.t("web.error.hidden"));
    }

    public static Textarea words(Page page, String name) {
        return Textarea.of(name, Label.of(page.t("subjectaccess.note." + name)).small())
                .withHint(page.t("subjectaccess.note." + name + ".hint"))
                .withRows(name.equals("asker") || name.equals("report") ? 2 : 4)
                .withValue(page.form().value(name))
                .withError(page.error(name), page.t("web.error.hidden"));
    }

    public static DateInput day(Page page, String name) {
        return DateInput.of(name, Legend.small(page.t("subjectaccess.note." + name)))
                .withHint(page.t("subjectaccess.note." + name + ".hint"))
                .withLabels(
                        page.t("report.date.day"),
                        page.t("report.date.month"),
                        page.t("report.date.year"))
                .withValues(
                        page.form().value(name + "-day"),
                        page.form().value(name + "-month"),
                        page.form().value(name + "-year"))
                .withError(page.error(name + "-day"), page.t("web.error.hidden"));
    }
}
