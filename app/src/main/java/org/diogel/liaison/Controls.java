package org.diogel.liaison;

import java.util.ArrayList;
import java.util.List;
import org.diogel.govuk.Choice;
import org.diogel.govuk.DateInput;
import org.diogel.govuk.Input;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Option;
import org.diogel.govuk.Radios;
import org.diogel.govuk.Select;
import org.diogel.govuk.Textarea;
import org.diogel.web.Page;

/// The form controls of this feature's pages, with what was typed and what has to be mended.
public final class Controls {

    private Controls() {}

    public static Select what(Page page) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", page.t("liaison.came.pick")));
        Outcomes.all()
                .forEach(what -> options.add(Option.of(what, page.t("liaison.outcome." + what))));
        return Select.of("what", Label.of(page.t("liaison.came.what")), options)
                .selected(page.form().text("what"))
                .withError(page.error("what"), page.t("web.error.hidden"));
    }

    /// @param name of the field; its label is `liaison.<name>.when`
    public static DateInput day(Page page, String name) {
        return DateInput.of(name, Legend.small(page.t("liaison." + name + ".when")))
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

    public static Input number(Page page) {
        return Input.text("number", Label.of(page.t("liaison.came.number")))
                .withHint(page.t("liaison.came.number.hint"))
                .withValue(page.form().value("number"))
                .withError(page.error("number"), page.t("web.error.hidden"));
    }

    public static Textarea text(Page page, String label, String hint) {
        return Textarea.of("text", Label.of(page.t(label)))
                .withHint(page.t(hint))
                .withRows(4)
                .withValue(page.form().value("text"))
                .withError(page.error("text"), page.t("web.error.hidden"));
    }

    /// The desk may answer about several packages on one page: what was typed stands where it was typed.
    public static Textarea answer(Page page, PackageRow row) {
        boolean here = page.form().text("package").equals(row.id().toString());
        return here
                ? text(page, "liaison.answer.text", "liaison.answer.hint")
                : Textarea.of("text", Label.of(page.t("liaison.answer.text")))
                        .withHint(page.t("liaison.answer.hint"))
                        .withRows(4)
                        .withId("text-" + row.reference());
    }

    public static Radios purpose(Page page) {
        List<Choice> choices = new ArrayList<>();
        for (OfficerPurpose purpose : OfficerPurpose.values()) {
            choices.add(
                    Choice.of(purpose.label(), page.t("liaison.purpose." + purpose.label())));
        }
        return Radios.of("purpose", Legend.medium(page.t("liaison.purpose")), choices)
                .selected(page.form().value("purpose"))
                .withError(page.error("purpose"), page.t("web.error.hidden"));
    }

    public static Radios how(Page page) {
        List<Choice> choices = new ArrayList<>();
        Handing.WAYS.forEach(way -> choices.add(Choice.of(way, page.t("liaison.how." + way))));
        return Radios.of("how", Legend.small(page.t("liaison.how")), choices)
                .small()
                .selected(page.form().value("how"))
                .withError(page.error("how"), page.t("web.error.hidden"));
    }
}
