package org.diogel.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.diogel.consent.Consents;
import org.diogel.consent.Recipient;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Telling, one page after another. Every page may be left empty, and left for later with the code.
@Controller
class TellController {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Telling telling;
    private final Consents consents;
    private final Tickets tickets;
    private final ComingBack comingBack;
    private final Clock clock;

    TellController(
            Telling telling,
            Consents consents,
            Tickets tickets,
            ComingBack comingBack,
            Clock clock) {
        this.telling = telling;
        this.consents = consents;
        this.tickets = tickets;
        this.comingBack = comingBack;
        this.clock = clock;
    }

    @GetMapping("/")
    View start(Visit visit) {
        return TellPages.start(visit.texts());
    }

    @PostMapping("/tell")
    View begin(Visit visit, HttpServletResponse response) {
        tickets.give(response, telling.start(visit.lang()));
        return View.to("/tell/code");
    }

    @GetMapping("/tell")
    View beginning() {
        return View.to("/");
    }

    @GetMapping("/tell/code")
    View code(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        Optional<Ticket> ticket = tickets.find(request);
        if (ticket.isEmpty() || !telling.isDraft(ticket.get())) {
            return View.to(ticket.isEmpty() ? "/code" : "/receipt");
        }
        tickets.give(response, ticket.get().withFresh(false));
        return TellPages.code(visit.texts(), ticket.get(), ticket.get().fresh());
    }

    @GetMapping("/tell/{step}")
    View show(@PathVariable String step, Visit visit, HttpServletRequest request) {
        Steps.known(step);
        Optional<Ticket> ticket = tickets.find(request);
        if (ticket.isEmpty()) {
            return comingBack.ask(visit, request);
        }
        Optional<Answers> answers = telling.findDraft(ticket.get());
        if (answers.isEmpty()) {
            return View.to("/receipt");
        }
        Form form = visit.form().or(StepForm.filled(step, answers.get()));
        // A page shown again in the other language still stands for what it stood for.
        String seen =
                visit.form().has("seen")
                        ? visit.form().text("seen")
                        : TellPages.seen(answers.get(), step);
        return TellPages.step(visit.texts(), step, form, seen, to(visit, request), recipients(step));
    }

    @PostMapping("/tell/{step}")
    View save(
            @PathVariable String step,
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        Steps.known(step);
        Optional<Ticket> ticket = tickets.find(request);
        if (ticket.isEmpty()) {
            return comingBack.ask(visit, request);
        }
        StepForm typed = StepForm.read(step, visit.form(), LocalDate.now(clock.withZone(LONDON)));
        String to = to(visit, request);
        if (typed.form().hasErrors()) {
            return TellPages.step(
                    visit.texts(),
                    step,
                    typed.form(),
                    visit.form().text("seen"),
                    to,
                    recipients(step));
        }
        return switch (telling.save(
                ticket.get(), visit.lang(), typed.fields(), visit.form().text("seen"))) {
            case Saved.Kept _ -> {
                tickets.give(response, ticket.get());
                yield View.to(next(step, to, visit.form().text("do")));
            }
            case Saved.Changed changed ->
                    TellPages.changed(
                            visit.texts(),
                            step,
                            visit.form(),
                            changed.stored(),
                            to,
                            recipients(step));
            case Saved.AlreadySent _ -> View.to("/receipt");
        };
    }

    @GetMapping("/tell/throw-away")
    View askThrowAway(Visit visit) {
        return TellPages.throwAway(visit.texts());
    }

    @PostMapping("/tell/throw-away")
    View throwAway(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        Optional<Ticket> ticket = tickets.find(request);
        if (ticket.isPresent() && !telling.throwAway(ticket.get())) {
            return View.to("/receipt");
        }
        tickets.clear(response);
        return View.of("report/gone", visit.t("report.gone.title"), new TellPages.Plain());
    }

    private List<Recipient> recipients(String step) {
        return step.equals("sharing") ? consents.listRecipients() : List.of();
    }

    private static String next(String step, String to, String button) {
        if (button.equals("later")) {
            return "/tell/code";
        }
        return to.equals("check") ? "/tell/check" : Steps.after(step);
    }

    private static String to(Visit visit, HttpServletRequest request) {
        String query = request.getParameter("to");
        String wanted = visit.form().has("to") ? visit.form().text("to") : query;
        return "check".equals(wanted) ? "check" : "";
    }
}
