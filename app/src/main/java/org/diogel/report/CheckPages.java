package org.diogel.report;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.diogel.consent.Recipient;
import org.diogel.govuk.Checkboxes;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Component;
import org.diogel.govuk.Divider;
import org.diogel.govuk.Label;
import org.diogel.govuk.Legend;
import org.diogel.govuk.PasswordInput;
import org.diogel.govuk.Radios;
import org.diogel.govuk.SummaryAction;
import org.diogel.govuk.SummaryCard;
import org.diogel.govuk.SummaryList;
import org.diogel.govuk.SummaryRow;
import org.diogel.web.Form;
import org.diogel.web.Texts;
import org.diogel.web.View;

/// The page before sending: answers, exact previews, screening, second secret.
final class CheckPages {

    private final Texts texts;
    private final Wording wording;
    private final Answers answers;
    private final Form form;

    CheckPages(Texts texts, Answers answers, Form form) {
        this.texts = texts;
        this.wording = new Wording(texts);
        this.answers = answers;
        this.form = form;
    }

    /// @param key of this page, or the one it was sent with
    View check(List<Recipient> recipients, String key) {
        CheckPage model =
                new CheckPage(
                        sections(),
                        recipients.stream()
                                .filter(Recipient::connected)
                                .map(this::preview)
                                .toList(),
                        TellPages.unconnected(texts, recipients),
                        List.of(screening("child"), screening("life")),
                        second(),
                        key);
        return View.of("report/check", texts.t("report.check.title"), model)
                .with(form)
                .back(Steps.path(Steps.ALL.getLast()));
    }

    /// A card for each page with answers, and one with the pages left empty.
    private List<SummaryList> sections() {
        List<SummaryList> sections = new ArrayList<>();
        List<SummaryRow> left = new ArrayList<>();
        for (String step : Steps.ALL) {
            String title = texts.t("report.step." + step);
            List<SummaryRow> rows =
                    Questions.of(step).stream()
                            .filter(q -> answers.has(q.field()))
                            .map(q -> SummaryRow.of(wording.question(q.field()), value(q)))
                            .toList();
            // Her choices stand below, each with what it means.
            if (rows.isEmpty() && !step.equals("sharing")) {
                left.add(SummaryRow.of(title, "", change(step, "report.check.fill")));
            } else if (!step.equals("sharing")) {
                sections.add(
                        SummaryList.of(rows)
                                .withCard(
                                        SummaryCard.of(
                                                title, change(step, "report.check.change"))));
            }
        }
        if (!left.isEmpty()) {
            sections.add(
                    SummaryList.of(left)
                            .withCard(SummaryCard.of(texts.t("report.check.left"))));
        }
        return sections;
    }

    private SummaryAction change(String step, String key) {
        return SummaryAction.of(
                Steps.path(step) + "?to=check", texts.t(key), texts.t("report.step." + step));
    }

    private Content value(Question question) {
        return Lines.of(
                wording.value(question, answers.list(question.field())),
                wording.readings(question, answers));
    }

    private CheckPage.Preview preview(Recipient recipient) {
        Set<String> agreed = form.has("key") ? form.all("sharing") : Set.copyOf(answers.list("sharing"));
        String name = texts.t("report.recipient." + recipient.id());
        Component<?> box =
                Checkboxes.single(
                                "sharing",
                                Choice.of(
                                                recipient.id(),
                                                texts.t("report.check.send-to", "who", name))
                                        .withId("sharing-" + recipient.id()))
                        .checked(agreed);
        List<CheckPage.Line> lines =
                Excerpt.of(answers, recipient.choice()).lines().stream()
                        // Neither her choices nor her safety now are part of what anybody gets.
                        .filter(line -> !isKept(line))
                        .map(this::line)
                        .toList();
        return new CheckPage.Preview(recipient.id(), name, box, lines);
    }

    private static boolean isKept(Excerpt.Line line) {
        return line instanceof Excerpt.HeldBack held && held.reason().equals("kept");
    }

    private CheckPage.Line line(Excerpt.Line line) {
        String question = wording.question(line.field());
        return switch (line) {
            case Excerpt.Shown shown ->
                    new CheckPage.Line(question, wording.value(line.field(), shown.values()), "");
            case Excerpt.HeldBack held ->
                    new CheckPage.Line(
                            question,
                            shortened(wording.value(line.field(), answers.list(line.field()))),
                            texts.t("report.held." + held.reason()));
        };
    }

    /// What is held back needs no more than its beginning.
    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 160
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 150)) + " …";
    }

    private Component<?> screening(String name) {
        return Radios.of(
                        name,
                        Legend.medium(texts.t("report.q." + name)),
                        List.of(
                                Choice.of("yes", texts.t("report.screen.yes")),
                                Choice.of("no", texts.t("report.screen.no")),
                                Choice.of("unsure", texts.t("report.screen.unsure")),
                                Divider.of(texts.t("report.or")),
                                Choice.of(StepForm.RATHER_NOT, texts.t("report.rather-not"))))
                .selected(form.value(name))
                .withHint(texts.t("report.q." + name + ".hint"));
    }

    private Component<?> second() {
        Form.Mend mend = form.errors().get("second");
        return PasswordInput.of("second", Label.of(texts.t("report.second.new")).medium())
                .forNewPassword()
                .withValue(form.value("second"))
                .withTexts(
                        new PasswordInput.Texts(
                                texts.t("report.second.show"),
                                texts.t("report.second.hide"),
                                texts.t("report.second.show.label"),
                                texts.t("report.second.hide.label"),
                                texts.t("report.second.shown"),
                                texts.t("report.second.hidden")))
                .withHint(texts.t("report.second.new.hint"))
                .withError(mend == null ? null : texts.t(mend), texts.t("web.error.hidden"));
    }
}
