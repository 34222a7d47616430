package org.diogel.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.diogel.consent.Recipient;
import org.diogel.consent.SharingChoice;
import org.diogel.govuk.Checkboxes;
import org.diogel.govuk.Choice;
import org.diogel.govuk.Component;
import org.diogel.govuk.Legend;
import org.diogel.web.Form;
import org.diogel.web.Texts;
import org.diogel.web.View;
import org.springframework.http.HttpStatus;

/// The pages on which somebody tells.
final class TellPages {

    /// A page that says one thing and needs no data.
    record Plain() {}

    private TellPages() {}

    static View start(Texts texts) {
        return View.of("report/start", texts.t("report.start.title"), new StartPage());
    }

    /// @param form typed or stored fields, with errors
    /// @param recipients who could be told, for the page about sharing
    static View step(
            Texts texts, String step, Form form, String seen, String to, List<Recipient> recipients) {
        return step(texts, step, form, seen, to, recipients, List.of());
    }

    /// Another window changed this page: what was typed stays, and what was saved stands beside it.
    static View changed(
            Texts texts,
            String step,
            Form form,
            Answers stored,
            String to,
            List<Recipient> recipients) {
        List<String> saved = new ArrayList<>();
        Wording wording = new Wording(texts);
        for (Question question : Questions.of(step)) {
            if (stored.has(question.field())) {
                saved.add(
                        texts.t("report.q." + question.field())
                                + " "
                                + wording.value(question, stored.list(question.field())));
            }
        }
        if (saved.isEmpty()) {
            saved.add(texts.t("report.changed.nothing"));
        }
        return step(texts, step, form, seen(stored, step), to, recipients, saved)
                .status(HttpStatus.CONFLICT);
    }

    static String seen(Answers answers, String step) {
        return answers.seen(Questions.of(step).stream().map(Question::field).toList());
    }

    private static View step(
            Texts texts,
            String step,
            Form form,
            String seen,
            String to,
            List<Recipient> recipients,
            List<String> stored) {
        Asks asks = new Asks(texts, form);
        List<Component<?>> contents =
                step.equals("sharing")
                        ? List.of(sharing(texts, form, recipients))
                        : components(asks, step);
        StepPage model =
                new StepPage(
                        step,
                        Steps.number(step),
                        Steps.ALL.size() + 1,
                        contents,
                        seen,
                        to,
                        stored,
                        step.equals("sharing") ? unconnected(texts, recipients) : List.of());
        return View.of("report/step", texts.t("report.step." + step), model)
                .with(form)
                .back(to.equals("check") ? "/tell/check" : Steps.before(step));
    }

    private static List<Component<?>> components(Asks asks, String step) {
        List<Component<?>> components = new ArrayList<>();
        Questions.of(step).forEach(question -> components.add(asks.of(question)));
        return components;
    }

    private static Component<?> sharing(Texts texts, Form form, List<Recipient> recipients) {
        List<Choice> choices =
                recipients.stream()
                        .filter(Recipient::connected)
                        .map(
                                r ->
                                        Choice.of(r.id(), texts.t("report.recipient." + r.id()))
                                                .withHint(
                                                        texts.t(
                                                                "report.recipient."
                                                                        + r.id()
                                                                        + ".example")))
                        .toList();
        return Checkboxes.of("sharing", Legend.medium(texts.t("report.q.sharing")), choices)
                .checked(form.all("sharing"));
    }

    /// Every choice that nobody can be reached for, in the order of the seven.
    static List<StepPage.UnconnectedChoice> unconnected(Texts texts, List<Recipient> recipients) {
        return Arrays.stream(SharingChoice.values())
                .filter(
                        choice ->
                                recipients.stream()
                                        .noneMatch(r -> r.choice() == choice && r.connected()))
                .map(
                        choice -> {
                            String key =
                                    "report.choice."
                                            + choice.name()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', '-');
                            return new StepPage.UnconnectedChoice(
                                    texts.t(key), texts.t(key + ".what"));
                        })
                .toList();
    }

    static View code(Texts texts, Ticket ticket, boolean justBegun) {
        return View.of(
                        "report/keep",
                        texts.t("report.keep.title"),
                        new KeepPage(ticket.code().spaced(), justBegun))
                .back("/");
    }

    static View throwAway(Texts texts) {
        return View.of("report/throw-away", texts.t("report.throw-away.title"), new Plain())
                .back("/tell/code");
    }
}
