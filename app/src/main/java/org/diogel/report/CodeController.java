package org.diogel.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.diogel.account.HeldForm;
import org.diogel.consent.Consents;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Coming back with a code.
@Controller
class CodeController {

    private final Telling telling;
    private final Consents consents;
    private final Tickets tickets;
    private final ComingBack comingBack;
    private final Guesses guesses;

    CodeController(
            Telling telling,
            Consents consents,
            Tickets tickets,
            ComingBack comingBack,
            Guesses guesses) {
        this.telling = telling;
        this.consents = consents;
        this.tickets = tickets;
        this.comingBack = comingBack;
        this.guesses = guesses;
    }

    @GetMapping("/code")
    View ask(Visit visit) {
        return comingBack.page(visit, visit.form(), visit.form().text("held"), false);
    }

    @PostMapping("/code")
    View come(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        Form form = visit.form();
        String typed = form.text("code");
        if (typed.isEmpty()) {
            return again(visit, form.withError("code", "report.error.code.empty"));
        }
        guesses.spendCode(visit.address());
        Optional<ReceiptCode> code = ReceiptCode.read(typed);
        Optional<Ticket> ticket = code.flatMap(telling::resume);
        if (ticket.isEmpty()) {
            return again(
                    visit,
                    form.withError(
                            "code",
                            code.isEmpty() ? "report.error.code.slip" : "report.error.code.none"));
        }
        guesses.codeWasRight(visit.address());
        tickets.give(response, ticket.get());
        return goOn(visit, ticket.get());
    }

    /// To the page that was interrupted with what was typed there, to the next page of a draft, or to
    /// the receipt.
    private View goOn(Visit visit, Ticket ticket) {
        Optional<Answers> draft = telling.findDraft(ticket);
        Optional<HeldForm> held = comingBack.held(visit.form().text("held"));
        if (draft.isEmpty()) {
            return held.filter(h -> h.path().equals("/receipt/add"))
                    .map(h -> ReceiptPages.add(visit.texts(), ComingBack.typed(h)))
                    .orElseGet(() -> View.to("/receipt"));
        }
        Optional<String> step =
                held.map(h -> h.path().replaceFirst("^/tell/", "")).filter(Steps.ALL::contains);
        if (step.isPresent()) {
            Form typed = held.map(ComingBack::typed).orElse(Form.empty());
            return TellPages.step(
                    visit.texts(),
                    step.get(),
                    typed,
                    TellPages.seen(draft.get(), step.get()),
                    typed.text("to").equals("check") ? "check" : "",
                    step.get().equals("sharing") ? consents.listRecipients() : List.of());
        }
        return View.to(draft.get().values().isEmpty() ? Steps.path("now") : "/tell/check");
    }

    private View again(Visit visit, Form form) {
        String held = form.text("held");
        return comingBack.page(visit, form, held, !held.isEmpty());
    }
}
