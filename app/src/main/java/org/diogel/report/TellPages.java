package org.diogel.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

/// The pages on which somebody tells: one page of the form, and those around it.
final class TellPages {

    /// A page that says one thing and needs no data.
    record Plain() {}

    private final Texts texts;
    private final String step;
    private final String to;
    private final Ticket ticket;
    private final Answers stored;
    private final List<Recipient> recipients;
    private final String desk;

    /// @param to `check` when she came from there, otherwise empty
    /// @param stored what the draft holds
    /// @param recipients who could be told, for the page about sharing
    /// @param desk name of the project that would read it, for the page about the other person; empty
    ///     while there is none
    TellPages(
            Texts texts,
            String step,
            String to,
            Ticket ticket,
            Answers stored,
            List<Recipient> recipients,
            String desk) {
        this.texts = texts;
        this.step = step;
        this.to = to;
        this.ticket = ticket;
        this.stored = stored;
        this.recipients = recipients;
        this.desk = desk;
    }

    /// @param form typed or stored fields, with errors
    /// @param seen what the page showed of its fields
    View step(Form form, String seen) {
        return step(form, seen, List.of());
    }

    /// Another window changed this page: what was typed stays, and what was saved stands beside it.
    View changed(Form form) {
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
        return step(form, seen(stored, step), saved).status(HttpStatus.CONFLICT);
    }

    static String seen(Answers answers, String step) {
        return answers.seen(Questions.of(step).stream().map(Question::field).toList());
    }

    private View step(Form form, String seen, List<String> saved) {
        boolean sharing = step.equals("sharing");
        StepPage model =
                new StepPage(
                        step,
                        Steps.number(step),
                        Steps.ALL.size() + 1,
                        sharing ? List.of() : components(form),
                        seen,
                        to,
                        ticket.mark(),
                        saved,
                        sharing ? choices(form) : List.of(),
                        sharing && !stored.mayBeShared(),
                        stored.isToldByWorker(),
                        named(texts, desk));
        return View.of("report/step", texts.t("report.step." + step), model)
                .with(form)
                .back(to.equals("check") ? "/tell/check" : Steps.before(step));
    }

    private List<Component<?>> components(Form form) {
        Asks asks = new Asks(texts, form);
        List<Component<?>> components = new ArrayList<>();
        Questions.of(step).forEach(question -> components.add(asks.of(question)));
        return components;
    }

    /// The seven, each by itself, all off at first.
    private List<StepPage.Choosing> choices(Form form) {
        Boxes boxes = new Boxes(texts, stored, recipients);
        return Arrays.stream(SharingChoice.values())
                .map(
                        choice -> {
                            String key = "report.choice." + Boxes.label(choice);
                            return new StepPage.Choosing(
                                    texts.t(key),
                                    texts.t(key + ".what"),
                                    texts.has(key + ".example") ? texts.t(key + ".example") : "",
                                    boxes.isUsed(choice),
                                    boxes.of(choice, form.all("sharing")));
                        })
                .toList();
    }

    /// The desk by its name, or what it is while it has none.
    static String named(Texts texts, String desk) {
        return desk.isEmpty() ? texts.t("report.desk") : desk;
    }

    static View start(Texts texts, List<StartLink> links) {
        return View.of("report/start", texts.t("report.start.title"), new StartPage(links));
    }

    static View code(Texts texts, Ticket ticket, boolean justBegun) {
        return View.of(
                        "report/keep",
                        texts.t("report.keep.title"),
                        new KeepPage(ticket.code().spaced(), justBegun))
                .back("/");
    }

    static View throwAway(Texts texts, Form form, Ticket ticket) {
        return View.of(
                        "report/throw-away",
                        texts.t("report.throw-away.title"),
                        new ThrowAwayPage(ticket.mark()))
                .with(form)
                .back("/tell/code");
    }

    /// It was sent before: what this page says was not done.
    static View different(Texts texts) {
        return View.of("report/different", texts.t("report.different.title"), new Plain())
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
