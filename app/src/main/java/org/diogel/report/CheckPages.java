package org.diogel.report;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diogel.consent.Recipient;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// The page before sending: answers, exact previews, screening, second secret.
final class CheckPages {

    private final Texts texts;
    private final Wording wording;
    private final Answers answers;
    private final Draft draft;
    private final Form form;

    /// @param typed what was chosen on this page; before, what was chosen when she last left it counts
    CheckPages(Texts texts, Draft draft, Form typed) {
        this.texts = texts;
        this.wording = new Wording(texts);
        this.answers = draft.answers();
        this.draft = draft;
        this.form = typed.or(chosen(draft.answers()));
    }

    private static Form chosen(Answers answers) {
        Map<String, String[]> chosen = new HashMap<>();
        for (String field : List.of("sharing", "child", "life")) {
            chosen.put(field, answers.list(field).toArray(String[]::new));
        }
        return Form.of(chosen);
    }

    /// @param key of this page, or the one it was sent with
    /// @param changed whether another window changed what is told since she pressed "Send"
    View check(List<Recipient> recipients, Ticket ticket, String key, boolean changed) {
        CheckPage model =
                new CheckPage(
                        sections(),
                        Previews.of(
                                texts,
                                answers,
                                draft.going(),
                                recipients,
                                form.all("sharing")),
                        TellPages.named(texts, draft.desk() == null ? "" : draft.desk().name()),
                        List.of(screening("child"), screening("life")),
                        answers.isToldByWorker(),
                        second(),
                        key,
                        draft.seen(),
                        ticket.mark(),
                        changed);
        View view = View.of("report/check", texts.t("report.check.title"), model).with(form);
        return changed ? view.status(HttpStatus.CONFLICT) : view;
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
            if (step.equals(Enclosures.STEP)) {
                rows = Enclosures.rows(texts, draft.enclosed());
            }
            // Her choices stand below, each with what it means.
            if (rows.isEmpty() && !step.equals("sharing")) {
                left.add(SummaryRow.of(title, "", change(step, "report.check.fill", title)));
            } else if (!step.equals("sharing")) {
                sections.add(
                        SummaryList.of(rows)
                                .withCard(
                                        SummaryCard.of(
                                                title,
                                                change(step, "report.check.change", null))));
            }
        }
        if (!left.isEmpty()) {
            sections.add(
                    SummaryList.of(left)
                            .withCard(SummaryCard.of(texts.t("report.check.left"))));
        }
        return sections;
    }

    /// A button that keeps her choices before it leads on.
    private SummaryAction change(String step, String key, @Nullable String about) {
        return SummaryAction.submitting("form", "do", step, texts.t(key), about);
    }

    private Content value(Question question) {
        return Lines.of(
                wording.value(question, answers.list(question.field())),
                wording.readings(question, answers));
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
                                Choice.of(Question.RATHER_NOT, texts.t("report.o.rather-not"))))
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
