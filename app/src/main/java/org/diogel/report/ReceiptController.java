package org.diogel.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.consent.Consents;
import org.diogel.consent.Recipient;
import org.diogel.kernel.SafeText;
import org.diogel.web.Form;
import org.diogel.web.NotHere;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The receipt: what became of a report, and taking back. Consequences are shown before anything is
/// done.
@Controller
class ReceiptController {

    private final Telling telling;
    private final Receipts receipts;
    private final Consents consents;
    private final Access access;
    private final Tickets tickets;
    private final ComingBack comingBack;
    private final Guesses guesses;

    ReceiptController(
            Telling telling,
            Receipts receipts,
            Consents consents,
            Access access,
            Tickets tickets,
            ComingBack comingBack,
            Guesses guesses) {
        this.telling = telling;
        this.receipts = receipts;
        this.consents = consents;
        this.access = access;
        this.tickets = tickets;
        this.comingBack = comingBack;
        this.guesses = guesses;
    }

    @GetMapping("/receipt")
    View receipt(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return with(
                visit,
                request,
                response,
                t -> ReceiptPages.receipt(visit.texts(), t, receipts.get(t)));
    }

    @GetMapping("/receipt/add")
    View askAdd(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return with(
                visit, request, response, t -> ReceiptPages.add(visit.texts(), visit.form()));
    }

    @PostMapping("/receipt/add")
    View add(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        String text = SafeText.clean(visit.form().text("more"));
        return with(
                visit,
                request,
                response,
                t -> {
                    if (text.isEmpty()) {
                        return ReceiptPages.add(
                                visit.texts(),
                                visit.form().withError("more", "report.error.more.empty"));
                    }
                    int over = SafeText.length(text) - ReceiptPages.LONGEST_ADDITION;
                    if (over > 0) {
                        return ReceiptPages.add(
                                visit.texts(),
                                visit.form()
                                        .withError(
                                                "more",
                                                "report.error.long",
                                                "most",
                                                ReceiptPages.LONGEST_ADDITION,
                                                "over",
                                                over));
                    }
                    receipts.add(t, text);
                    return View.to("/receipt");
                });
    }

    @GetMapping("/receipt/stop")
    View askStop(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return with(
                visit,
                request,
                response,
                t ->
                        ReceiptPages.sure(
                                visit.texts(),
                                new SurePage(
                                        "stop",
                                        t.second()
                                                ? ReceiptPages.gone(
                                                        visit.texts(),
                                                        receipts.told(t).disclosures())
                                                : null,
                                        false)));
    }

    @PostMapping("/receipt/stop")
    View stop(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return with(
                visit,
                request,
                response,
                t -> {
                    receipts.stop(t);
                    return View.to("/receipt");
                });
    }

    @GetMapping("/receipt/second")
    View askSecond(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return with(
                visit,
                request,
                response,
                t ->
                        t.second()
                                ? View.to("/receipt/told")
                                : ReceiptPages.second(
                                        visit.texts(),
                                        visit.form(),
                                        receipts.get(t).hasSecond()));
    }

    @PostMapping("/receipt/second")
    View prove(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return with(
                visit,
                request,
                response,
                t -> {
                    Form form = visit.form();
                    if (form.text("second").isEmpty()) {
                        return ReceiptPages.second(
                                visit.texts(),
                                form.withError("second", "report.error.second.empty"),
                                true);
                    }
                    guesses.spendSecond(t.report(), visit.address());
                    Optional<Ticket> proved = receipts.prove(t, form.text("second"));
                    if (proved.isEmpty()) {
                        return ReceiptPages.second(
                                visit.texts(),
                                form.withError("second", "report.error.second.wrong"),
                                true);
                    }
                    guesses.secondWasRight(t.report(), visit.address());
                    tickets.give(response, proved.get());
                    return View.to("/receipt/told");
                });
    }

    @GetMapping("/receipt/told")
    View told(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return withSecond(
                visit,
                request,
                response,
                t -> ReceiptPages.told(visit.texts(), receipts.told(t), agencies()));
    }

    @GetMapping("/receipt/choices")
    View askChoices(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return withSecond(
                visit,
                request,
                response,
                t ->
                        ReceiptPages.choices(
                                visit.texts(),
                                visit.form(),
                                receipts.told(t),
                                consents.listRecipients()));
    }

    @PostMapping("/receipt/choices")
    View choose(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return withSecond(
                visit,
                request,
                response,
                t -> {
                    receipts.choose(
                            t,
                            consents.listRecipients().stream()
                                    .filter(Recipient::connected)
                                    .map(Recipient::id)
                                    .filter(visit.form().all("sharing")::contains)
                                    .collect(Collectors.toSet()),
                            visit.lang());
                    return View.to("/receipt/told");
                });
    }

    @GetMapping("/receipt/delete")
    View askDelete(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return withSecond(
                visit,
                request,
                response,
                t ->
                        ReceiptPages.sure(
                                visit.texts(),
                                new SurePage(
                                        "delete",
                                        ReceiptPages.gone(
                                                visit.texts(), receipts.told(t).disclosures()),
                                        receipts.get(t).state() == ReportState.WAITING)));
    }

    @PostMapping("/receipt/delete")
    View delete(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return withSecond(
                visit,
                request,
                response,
                t -> View.to(receipts.delete(t) ? "/receipt" : "/receipt/delete"));
    }

    @PostMapping("/receipt/keep")
    View keep(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return withSecond(
                visit,
                request,
                response,
                t -> {
                    receipts.keep(t);
                    return View.to("/receipt");
                });
    }

    @PostMapping("/receipt/close")
    View close(HttpServletResponse response) {
        tickets.clear(response);
        return View.to("/");
    }

    private Map<UUID, String> agencies() {
        List<Agency> all = access.listAgencies();
        return all.stream().collect(Collectors.toMap(a -> a.id().value(), Agency::name));
    }

    /// With the code; without it the page asks for it. A report that is gone forgets the code.
    private View with(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<Ticket, View> page) {
        Optional<Ticket> ticket = tickets.find(request);
        if (ticket.isEmpty()) {
            return comingBack.ask(visit, request);
        }
        try {
            if (telling.isDraft(ticket.get())) {
                return View.to("/tell/check");
            }
            return page.apply(ticket.get());
        } catch (NotHere gone) {
            tickets.clear(response);
            throw gone;
        }
    }

    /// With both secrets; without the second the page asks for that.
    private View withSecond(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<Ticket, View> page) {
        return with(
                visit,
                request,
                response,
                t -> {
                    if (!t.second()) {
                        return View.to("/receipt/second");
                    }
                    tickets.give(response, t);
                    return page.apply(t);
                });
    }
}
