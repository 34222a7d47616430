package org.diogel.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
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
    private final Tickets tickets;
    private final ComingBack comingBack;
    private final Guesses guesses;
    private final TellController tell;
    private final CheckController check;
    private final ReceiptController receipt;
    private final SecondController second;
    private final List<AgainPage> others;

    CodeController(
            Telling telling,
            Tickets tickets,
            ComingBack comingBack,
            Guesses guesses,
            TellController tell,
            CheckController check,
            ReceiptController receipt,
            SecondController second,
            List<AgainPage> others) {
        this.telling = telling;
        this.tickets = tickets;
        this.comingBack = comingBack;
        this.guesses = guesses;
        this.tell = tell;
        this.check = check;
        this.receipt = receipt;
        this.second = second;
        this.others = others;
    }

    @GetMapping("/code")
    View ask(Visit visit) {
        return comingBack.page(visit, visit.form(), visit.form().text("held"));
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
            guesses.codeWasWrong(visit.address());
            return again(
                    visit,
                    form.withError(
                            "code",
                            code.isEmpty() ? "report.error.code.slip" : "report.error.code.none"));
        }
        guesses.codeWasRight(visit.address());
        tickets.bring(request, response, ticket.get());
        return comingBack
                .held(form.text("held"), ticket.get())
                .map(held -> again(ComingBack.again(visit, held), held.path(), request, response))
                .orElseGet(() -> goOn(ticket.get()));
    }

    /// The page that was interrupted, with everything that was typed and decided on it.
    private View again(
            Visit visit, String path, HttpServletRequest request, HttpServletResponse response) {
        Optional<View> elsewhere =
                others.stream()
                        .flatMap(o -> o.again(path, visit, request, response).stream())
                        .findFirst();
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        return switch (path) {
            case "/tell/check" -> check.check(visit, request);
            case "/receipt", "/receipt/add", "/receipt/stop" ->
                    receipt.again(path, visit, request, response);
            default ->
                    path.startsWith("/tell/")
                            ? tell.again(path, visit, request)
                            : second.again(path, visit, request, response);
        };
    }

    /// To the next page of a draft, or to the receipt.
    private View goOn(Ticket ticket) {
        return telling.findDraft(ticket)
                .map(
                        draft ->
                                View.to(
                                        draft.values().isEmpty()
                                                ? Steps.path("now")
                                                : "/tell/check"))
                .orElseGet(() -> View.to("/receipt"));
    }

    private View again(Visit visit, Form form) {
        return comingBack.page(visit, form, form.text("held"));
    }
}
