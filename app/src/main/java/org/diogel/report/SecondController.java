package org.diogel.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diogel.access.Access;
import org.diogel.consent.Consents;
import org.diogel.consent.Recipient;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The receipt with the second secret as well: what she told and who looked, her choices, deleting.
/// Consequences are shown before anything is done.
@Controller
class SecondController {

    private static final String KEEP = "/receipt/keep";
    private static final String ALSO = "/receipt/also";

    private final Receipts receipts;
    private final Supplements supplements;
    private final OwnCodes codes;
    private final Consents consents;
    private final Access access;
    private final Tickets tickets;
    private final ComingBack comingBack;
    private final Guesses guesses;

    SecondController(
            Receipts receipts,
            Supplements supplements,
            OwnCodes codes,
            Consents consents,
            Access access,
            Tickets tickets,
            ComingBack comingBack,
            Guesses guesses) {
        this.receipts = receipts;
        this.supplements = supplements;
        this.codes = codes;
        this.consents = consents;
        this.access = access;
        this.tickets = tickets;
        this.comingBack = comingBack;
        this.guesses = guesses;
    }

    @GetMapping("/receipt/second")
    View askSecond(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return comingBack.with(
                visit,
                request,
                response,
                t -> t.second() ? View.to("/receipt/told") : second(visit, visit.form(), t));
    }

    @PostMapping("/receipt/second")
    View prove(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return comingBack.with(
                visit,
                request,
                response,
                t -> {
                    Form form = visit.form();
                    if (form.text("second").isEmpty()) {
                        return second(
                                visit, form.withError("second", "report.error.second.empty"), t);
                    }
                    guesses.spendSecond(t.report(), visit.address());
                    Optional<Ticket> proved = receipts.prove(t, form.text("second"));
                    if (proved.isEmpty()) {
                        return second(
                                visit, form.withError("second", "report.error.second.wrong"), t);
                    }
                    guesses.secondWasRight(t.report(), visit.address());
                    tickets.bring(request, response, proved.get());
                    return comingBack
                            .held(form.text("held"), t)
                            .map(
                                    held ->
                                            again(
                                                    held.path(),
                                                    ComingBack.again(visit, held),
                                                    request,
                                                    response))
                            .orElseGet(() -> View.to("/receipt/told"));
                });
    }

    /// With her own code, given after a worker told it, she sets one now.
    @PostMapping("/receipt/second/new")
    View setSecond(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return comingBack.with(
                visit,
                request,
                response,
                t -> {
                    Form form = SecondSecret.mended(visit.form());
                    if (form.text("second").isEmpty()) {
                        form = form.withError("second", "report.error.second.empty");
                    }
                    if (form.hasErrors()) {
                        return second(visit, form, t);
                    }
                    Optional<Ticket> set = codes.setSecond(t, form.text("second"));
                    set.ifPresent(with -> tickets.bring(request, response, with));
                    return View.to(set.isPresent() ? "/receipt/told" : "/receipt/second");
                });
    }

    @GetMapping("/receipt/told")
    View told(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String saved) {
        return withSecond(
                "/receipt/told",
                visit,
                request,
                response,
                t ->
                        ReceiptPages.told(
                                visit.texts(),
                                receipts.told(t),
                                CopyController.names(access),
                                !supplements.list(t).isEmpty(),
                                saved != null));
    }

    @GetMapping("/receipt/choices")
    View askChoices(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return withSecond(
                "/receipt/choices",
                visit,
                request,
                response,
                t -> choices(visit, t, false));
    }

    @PostMapping("/receipt/choices")
    View choose(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return withSecond(
                "/receipt/choices",
                visit,
                request,
                response,
                t ->
                        receipts.choose(
                                        t,
                                        consents.listRecipients().stream()
                                                .map(Recipient::id)
                                                .filter(visit.form().all("sharing")::contains)
                                                .collect(Collectors.toSet()),
                                        visit.lang(),
                                        visit.form().text("seen"))
                                ? View.to("/receipt/told?saved")
                                : choices(visit, t, true));
    }

    private View choices(Visit visit, Ticket ticket, boolean changed) {
        return ReceiptPages.choices(
                visit.texts(),
                visit.form(),
                ticket,
                receipts.told(ticket),
                consents.listRecipients(),
                changed);
    }

    /// Whether those she chose get what she added too; without anything to ask, what she told.
    @GetMapping(ALSO)
    View askAlso(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return withSecond(
                ALSO,
                visit,
                request,
                response,
                t -> {
                    List<Supplements.Ask> asks = supplements.list(t);
                    return asks.isEmpty()
                            ? View.to("/receipt/told")
                            : SupplementsPage.of(visit.texts(), visit.form(), t, asks);
                });
    }

    @PostMapping(ALSO)
    View also(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return withSecond(
                ALSO,
                visit,
                request,
                response,
                t -> {
                    supplements.agree(t, visit.form().all("also"), visit.lang());
                    // There stands who gets it too, far below what she told.
                    return View.to("/receipt/told#added");
                });
    }

    @GetMapping("/receipt/delete")
    View askDelete(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return withSecond(
                "/receipt/delete",
                visit,
                request,
                response,
                t ->
                        ReceiptPages.sureToDelete(
                                visit.texts(),
                                visit.form(),
                                t,
                                receipts.get(t),
                                receipts.told(t)));
    }

    @PostMapping("/receipt/delete")
    View delete(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return withSecond(
                "/receipt/delete",
                visit,
                request,
                response,
                t -> View.to(receipts.delete(t) ? "/receipt" : "/receipt/delete"));
    }

    @PostMapping("/receipt/keep")
    View keep(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return withSecond(
                KEEP,
                visit,
                request,
                response,
                t -> {
                    receipts.keep(t);
                    return View.to("/receipt");
                });
    }

    /// The page of a form that was interrupted, as it was. Nothing of it is done before she says so
    /// once more.
    View again(
            String path, Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return switch (path) {
            case "/receipt/choices" -> askChoices(visit, request, response);
            case "/receipt/delete" -> askDelete(visit, request, response);
            case ALSO -> askAlso(visit, request, response);
            case KEEP ->
                    withSecond(
                            KEEP,
                            visit,
                            request,
                            response,
                            t -> ReceiptPages.receipt(visit.texts(), t, receipts.show(t), true));
            default -> askSecond(visit, request, response);
        };
    }

    private View second(Visit visit, Form form, Ticket ticket) {
        return second(visit, form, ticket, form.text("held"));
    }

    private View second(Visit visit, Form form, Ticket ticket, String held) {
        return ReceiptPages.second(
                visit.texts(),
                form,
                ticket,
                receipts.get(ticket).hasSecond(),
                codes.maySetSecond(ticket),
                held);
    }

    private String hold(String path, Ticket ticket) {
        return comingBack.hold(path, Form.filled(Map.of("whose", ticket.mark())));
    }

    /// With both secrets; without the second the page asks for that, and what she was doing at this
    /// path is held until then.
    private View withSecond(
            String path,
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<Ticket, View> page) {
        return comingBack.with(
                visit,
                request,
                response,
                t -> {
                    if (t.second()) {
                        tickets.give(response, t);
                        return page.apply(t);
                    }
                    if (visit.form().isEmpty()) {
                        // What she was led to after she wrote something comes once the secret is given.
                        return path.equals(ALSO)
                                ? second(visit, Form.filled(Map.of("asks", "1")), t, hold(path, t))
                                : View.to("/receipt/second");
                    }
                    return second(visit, Form.empty(), t, comingBack.hold(path, visit.form()))
                            .status(HttpStatus.UNAUTHORIZED);
                });
    }
}
