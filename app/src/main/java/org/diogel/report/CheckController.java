package org.diogel.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diogel.consent.Consents;
import org.diogel.consent.Recipient;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Checking everything, and sending it once.
@Controller
class CheckController {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Telling telling;
    private final Sender sender;
    private final Consents consents;
    private final Tickets tickets;
    private final ComingBack comingBack;
    private final Guesses guesses;
    private final Clock clock;

    CheckController(
            Telling telling,
            Sender sender,
            Consents consents,
            Tickets tickets,
            ComingBack comingBack,
            Guesses guesses,
            Clock clock) {
        this.telling = telling;
        this.sender = sender;
        this.consents = consents;
        this.tickets = tickets;
        this.comingBack = comingBack;
        this.guesses = guesses;
        this.clock = clock;
    }

    @GetMapping("/tell/check")
    View check(Visit visit, HttpServletRequest request) {
        return comingBack
                .ticket(visit, request)
                .map(ticket -> page(visit, ticket, visit.form(), false))
                .orElseGet(() -> comingBack.ask(visit, request));
    }

    /// Sends it; or keeps what was chosen here and leads to the page of the button that was pressed.
    @PostMapping("/tell/check")
    View send(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        Optional<Ticket> ticket = comingBack.ticket(visit, request);
        if (ticket.isEmpty()) {
            return comingBack.ask(visit, request);
        }
        if (visit.form().isOn("do")) {
            return leave(visit, ticket.get(), response);
        }
        Form form = SecondSecret.mended(visit.form());
        if (form.hasErrors()) {
            return page(visit, ticket.get(), form, false);
        }
        Submission submission =
                new Submission(
                        key(form),
                        Set.copyOf(ticked(form)),
                        Screening.read(form.text("child")),
                        Screening.read(form.text("life")),
                        form.text("second"),
                        visit.lang(),
                        form.text("seen"));
        // What was sent already compares the second secret: nobody learns it by sending again.
        boolean again = sender.find(ticket.get()).isEmpty() && !submission.second().isEmpty();
        if (again) {
            guesses.spendSecond(ticket.get().report(), visit.address());
        }
        return switch (sender.send(ticket.get(), submission)) {
            case Sending.Sent _ -> {
                if (again) {
                    guesses.secondWasRight(ticket.get().report(), visit.address());
                }
                tickets.give(response, ticket.get().withFresh(true));
                yield View.to("/receipt");
            }
            case Sending.Already _, Sending.Different _ -> TellPages.different(visit.texts());
            case Sending.Changed _ -> page(visit, ticket.get(), form, true);
            case Sending.Nobody _ ->
                    page(
                            visit,
                            ticket.get(),
                            form.withError("nothing", "report.error.nobody"),
                            false);
            case Sending.Empty _ ->
                    page(
                            visit,
                            ticket.get(),
                            form.withError("nothing", "report.error.nothing"),
                            false);
        };
    }

    /// Whatever leads away from this page keeps what she chose on it.
    private View leave(Visit visit, Ticket ticket, HttpServletResponse response) {
        String to = visit.form().text("do");
        String path =
                to.equals("later") ? "/tell/code" : Steps.path(Steps.known(to)) + "?to=check";
        StepForm typed =
                StepForm.read(Draft.CHECK, visit.form(), LocalDate.now(clock.withZone(LONDON)));
        Map<String, List<String>> chosen = new HashMap<>();
        if (!typed.form().hasErrors()) {
            chosen.putAll(typed.fields());
        }
        chosen.put("sharing", ticked(visit.form()));
        if (telling.save(ticket, visit.lang(), chosen, "") instanceof Saved.AlreadySent) {
            return TellPages.different(visit.texts());
        }
        tickets.give(response, ticket);
        return View.to(path);
    }

    /// Recipients there are that were ticked.
    private List<String> ticked(Form form) {
        return consents.listRecipients().stream()
                .map(Recipient::id)
                .filter(form.all("sharing")::contains)
                .toList();
    }

    private View page(Visit visit, Ticket ticket, Form form, boolean changed) {
        return sender.find(ticket)
                .map(
                        draft ->
                                new CheckPages(visit.texts(), draft, form)
                                        .check(
                                                consents.listRecipients(),
                                                ticket,
                                                key(form).toString(),
                                                changed))
                .orElseGet(
                        () ->
                                form.isEmpty()
                                        ? View.to("/receipt")
                                        : TellPages.different(visit.texts()));
    }

    private static UUID key(Form form) {
        try {
            return UUID.fromString(form.text("key"));
        } catch (IllegalArgumentException missing) {
            return UUID.randomUUID();
        }
    }
}
