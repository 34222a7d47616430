package org.diogel.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diogel.consent.Consents;
import org.diogel.consent.Recipient;
import org.diogel.kernel.SafeText;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Checking everything, and sending it once.
@Controller
class CheckController {

    private final Telling telling;
    private final Sender sender;
    private final Consents consents;
    private final Tickets tickets;
    private final ComingBack comingBack;

    CheckController(
            Telling telling,
            Sender sender,
            Consents consents,
            Tickets tickets,
            ComingBack comingBack) {
        this.telling = telling;
        this.sender = sender;
        this.consents = consents;
        this.tickets = tickets;
        this.comingBack = comingBack;
    }

    @GetMapping("/tell/check")
    View check(Visit visit, HttpServletRequest request) {
        Optional<Ticket> ticket = tickets.find(request);
        return ticket.isEmpty()
                ? comingBack.ask(visit, request)
                : page(visit, ticket.get(), visit.form());
    }

    @PostMapping("/tell/check")
    View send(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        Optional<Ticket> ticket = tickets.find(request);
        if (ticket.isEmpty()) {
            return comingBack.ask(visit, request);
        }
        Form form = mended(visit.form());
        if (form.hasErrors()) {
            return page(visit, ticket.get(), form);
        }
        List<Recipient> recipients = consents.listRecipients();
        Submission submission =
                new Submission(
                        key(form),
                        recipients.stream()
                                .filter(r -> r.connected() && form.all("sharing").contains(r.id()))
                                .map(Recipient::id)
                                .collect(Collectors.toSet()),
                        Screening.read(form.text("child")),
                        Screening.read(form.text("life")),
                        form.text("second"),
                        visit.lang());
        return switch (sender.send(ticket.get(), submission)) {
            case Sending.Sent _, Sending.Already _ -> {
                tickets.give(response, ticket.get().withFresh(true));
                yield View.to("/receipt");
            }
            case Sending.Different _ ->
                    View.of(
                                    "report/different",
                                    visit.t("report.different.title"),
                                    new TellPages.Plain())
                            .status(HttpStatus.UNPROCESSABLE_CONTENT);
            case Sending.Empty _ ->
                    page(visit, ticket.get(), form.withError("nothing", "report.error.nothing"));
        };
    }

    private View page(Visit visit, Ticket ticket, Form form) {
        Optional<Answers> answers = telling.findDraft(ticket);
        if (answers.isEmpty()) {
            return View.to("/receipt");
        }
        return new CheckPages(visit.texts(), answers.get(), form)
                .check(consents.listRecipients(), key(form).toString());
    }

    private static Form mended(Form form) {
        String second = form.text("second");
        int length = SafeText.length(SafeText.clean(second));
        if (!second.isEmpty() && length < SecondSecret.SHORTEST) {
            return form.withError(
                    "second", "report.error.second.short", "least", SecondSecret.SHORTEST);
        }
        return length > SecondSecret.LONGEST
                ? form.withError(
                        "second", "report.error.second.long", "most", SecondSecret.LONGEST)
                : form;
    }

    private static UUID key(Form form) {
        try {
            return UUID.fromString(form.text("key"));
        } catch (IllegalArgumentException missing) {
            return UUID.randomUUID();
        }
    }
}
