package org.diogel.safeguarding;

import java.util.ArrayList;
import java.util.List;
import org.diogel.govuk.Checkboxes;
import org.diogel.govuk.Choice;
import org.diogel.govuk.DateInput;
import org.diogel.govuk.Input;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.Option;
import org.diogel.govuk.Radios;
import org.diogel.govuk.Select;
import org.diogel.govuk.Textarea;
import org.diogel.report.Wording;
import org.diogel.web.Page;

/// The form controls of this feature, with what was typed and what has to be mended. Nothing is chosen
/// before somebody chose it.
public final class DutyControls {

    private DutyControls() {}

    public static Radios test(Page page) {
        return radios(page, "test", DutyData.TESTS, "safeguarding.test.");
    }

    public static Radios limb(Page page, String limb) {
        return radios(page, "limb." + limb, DutyData.ANSWERS, "safeguarding.limb.a.");
    }

    public static List<String> limbs() {
        return DutyData.LIMBS;
    }

    public static Radios route(Page page, Duties.Before before) {
        return radios(
                page,
                "route",
                DutyData.ROUTES.stream()
                        .filter(route -> !before.barred().contains(route.recipient()))
                        .map(DutyData.Route::id)
                        .toList(),
                "safeguarding.route.");
    }

    public static Select council(Page page) {
        return select(page, "council", DutyData.COUNCILS);
    }

    public static Radios ground(Page page) {
        return radios(
                page,
                "ground",
                DutyData.GROUNDS.stream().map(DutyData.Ground::id).toList(),
                "safeguarding.ground.");
    }

    public static Radios telling(Page page) {
        return radios(page, "telling", DutyData.TELLING, "safeguarding.telling.");
    }

    public static Radios why(Page page) {
        return radios(page, "why", DutyData.WHY_NOT, "safeguarding.why.");
    }

    public static Radios how(Page page) {
        return radios(page, "how", DutyData.HOW, "safeguarding.how.");
    }

    public static Checkboxes fields(Page page, Duties.Before before) {
        Wording wording = new Wording(page.texts());
        return Checkboxes.of(
                        "field",
                        Legend.medium(page.t("safeguarding.field")),
                        before.offered().stream()
                                .map(
                                        q ->
                                                Choice.of(q.field(), wording.question(q.field()))
                                                        .withHint(
                                                                wording.value(
                                                                        q,
                                                                        before.answers()
                                                                                .list(q.field()))))
                                .toList())
                .checked(page.form().all("field"))
                .withError(page.error("field"), page.t("web.error.hidden"));
    }

    public static Select what(Page page, DutyRow row) {
        return select(
                page,
                "what",
                DutyData.STEPS.stream()
                        .map(DutyData.Step::what)
                        .filter(
                                what ->
                                        what.equals("told") || what.equals("still-not")
                                                ? row.toldOn() == null
                                                : row.isOpen())
                        .filter(what -> !what.equals("written") || row.writtenDue() != null && row.writtenAt() == null)
                        .toList());
    }

    public static Textarea words(Page page, String name) {
        Textarea area =
                Textarea.of(name, Label.of(page.t("safeguarding." + name)))
                        .withRows(4)
                        .withValue(page.form().value(name))
                        .withError(page.error(name), page.t("web.error.hidden"));
        String hint = "safeguarding." + name + ".hint";
        return page.texts().has(hint) ? area.withHint(page.t(hint)) : area;
    }

    public static Input line(Page page, String name) {
        return Input.text(name, Label.of(page.t("safeguarding." + name)))
                .withHint(page.t("safeguarding." + name + ".hint"))
                .withValue(page.form().value(name))
                .withError(page.error(name), page.t("web.error.hidden"));
    }

    public static DateInput day(Page page, String name) {
        return DateInput.of(name, Legend.small(page.t("safeguarding." + name + ".when")))
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

    private static Radios radios(Page page, String name, List<String> values, String texts) {
        List<Choice> choices = new ArrayList<>();
        for (String value : values) {
            Choice choice = Choice.of(value, page.t(texts + value));
            String hint = texts + value + ".hint";
            choices.add(page.texts().has(hint) ? choice.withHint(page.t(hint)) : choice);
        }
        return Radios.of(name, Legend.small(page.t("safeguarding." + name)), choices)
                .selected(page.form().value(name))
                .withError(page.error(name), page.t("web.error.hidden"));
    }

    private static Select select(Page page, String name, List<String> values) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", page.t("safeguarding.pick")));
        values.forEach(
                value ->
                        options.add(
                                Option.of(value, page.t("safeguarding." + name + "." + value))));
        return Select.of(name, Label.of(page.t("safeguarding." + name)), options)
                .selected(page.form().text(name))
                .withError(page.error(name), page.t("web.error.hidden"));
    }
}
