package org.diogel.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.diogel.access.Agency;
import org.diogel.consent.Consents;
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
    private final Desks desks;
    private final Tickets tickets;
    private final ComingBack comingBack;
    private final Guesses guesses;
    private final List<StartLink> links;
    private final Clock clock;

    TellController(
            Telling telling,
            Consents consents,
            Desks desks,
            Tickets tickets,
            ComingBack comingBack,
            Guesses guesses,
            List<StartLink> links,
            Clock clock) {
        this.telling = telling;
        this.consents = consents;
        this.desks = desks;
        this.tickets = tickets;
        this.comingBack = comingBack;
        this.guesses = guesses;
        this.links = links.stream().sorted(Comparator.comparingInt(StartLink::order)).toList();
        this.clock = clock;
    }

    @GetMapping("/")
    View start(Visit visit) {
        return TellPages.start(visit.texts(), links);
    }

    @PostMapping("/tell")
    View begin(Visit visit, HttpServletResponse response) {
        guesses.spendBeginning(visit.address());
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
        Optional<Ticket> ticket = comingBack.ticket(visit, request);
        if (ticket.isEmpty()) {
            return comingBack.ask(visit, request);
        }
        Optional<Answers> answers = telling.findDraft(ticket.get());
        if (answers.isEmpty()) {
            return tooLate(step, visit, ticket.get());
        }
        Form form = visit.form().or(StepForm.filled(step, answers.get()));
        // A page shown again in the other language, or after it was interrupted, still stands for
        // what it stood for.
        String seen =
                visit.form().has("seen")
                        ? visit.form().text("seen")
                        : TellPages.seen(answers.get(), step);
        return pages(step, visit, request, ticket.get(), answers.get()).step(form, seen);
    }

    @PostMapping("/tell/{step}")
    View save(
            @PathVariable String step,
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        Steps.known(step);
        Optional<Ticket> ticket = comingBack.ticket(visit, request);
        if (ticket.isEmpty()) {
            return comingBack.ask(visit, request);
        }
        StepForm typed = StepForm.read(step, visit.form(), LocalDate.now(clock.withZone(LONDON)));
        String seen = visit.form().text("seen");
        if (typed.form().hasErrors()) {
            return telling.findDraft(ticket.get())
                    .map(
                            answers ->
                                    pages(step, visit, request, ticket.get(), answers)
                                            .step(typed.form(), seen))
                    .orElseGet(() -> tooLate(step, visit, ticket.get()));
        }
        return switch (telling.save(ticket.get(), visit.lang(), typed.fields(), seen)) {
            case Saved.Kept _ -> {
                tickets.give(response, ticket.get());
                yield View.to(next(step, to(visit, request), visit.form().text("do")));
            }
            case Saved.Changed changed ->
                    pages(step, visit, request, ticket.get(), changed.stored())
                            .changed(visit.form());
            case Saved.AlreadySent _ -> tooLate(step, visit, ticket.get());
        };
    }

    @GetMapping("/tell/throw-away")
    View askThrowAway(Visit visit, HttpServletRequest request) {
        return comingBack
                .ticket(visit, request)
                .map(ticket -> TellPages.throwAway(visit.texts(), visit.form(), ticket))
                .orElseGet(() -> comingBack.ask(visit, request));
    }

    @PostMapping("/tell/throw-away")
    View throwAway(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        Optional<Ticket> ticket = comingBack.ticket(visit, request);
        if (ticket.isEmpty()) {
            return comingBack.ask(visit, request);
        }
        if (!telling.throwAway(ticket.get())) {
            return View.to("/receipt");
        }
        tickets.clear(response);
        return View.of("report/gone", visit.t("report.gone.title"), new TellPages.Plain());
    }

    /// A page that was interrupted, as it was.
    View again(String path, Visit visit, HttpServletRequest request) {
        return path.equals("/tell/throw-away")
                ? askThrowAway(visit, request)
                : show(path.replaceFirst("^/tell/", ""), visit, request);
    }

    /// It was sent from another window: what was written here can still be added.
    private static View tooLate(String step, Visit visit, Ticket ticket) {
        String written = StepForm.written(step, visit.form());
        if (visit.form().isEmpty()) {
            return View.to("/receipt");
        }
        return written.isEmpty()
                ? TellPages.different(visit.texts())
                : ReceiptPages.addLate(visit.texts(), written, ticket);
    }

    private TellPages pages(
            String step, Visit visit, HttpServletRequest request, Ticket ticket, Answers answers) {
        boolean sharing = step.equals("sharing");
        return new TellPages(
                visit.texts(),
                step,
                to(visit, request),
                ticket,
                answers,
                sharing ? consents.listRecipients() : List.of(),
                step.equals("them")
                        ? desks.ofArea(answers).map(Agency::name).orElse("")
                        : "");
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
