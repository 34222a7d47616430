package org.diogel.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.diogel.kernel.SafeText;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The receipt with the code alone: what became of a report, adding to it, stopping. Consequences are
/// shown before anything is done.
@Controller
class ReceiptController {

    private final Receipts receipts;
    private final Supplements supplements;
    private final Tickets tickets;
    private final ComingBack comingBack;

    ReceiptController(
            Receipts receipts, Supplements supplements, Tickets tickets, ComingBack comingBack) {
        this.receipts = receipts;
        this.supplements = supplements;
        this.tickets = tickets;
        this.comingBack = comingBack;
    }

    @GetMapping("/receipt")
    View receipt(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return comingBack.with(
                visit,
                request,
                response,
                t -> ReceiptPages.receipt(visit.texts(), t, receipts.show(t), ComingBack.isAgain(visit)));
    }

    @GetMapping("/receipt/add")
    View askAdd(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return comingBack.with(
                visit, request, response, t -> ReceiptPages.add(visit.texts(), visit.form(), t));
    }

    @PostMapping("/receipt/add")
    View add(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        String text = SafeText.clean(visit.form().text("more"));
        return comingBack.with(
                visit,
                request,
                response,
                t -> {
                    if (text.isEmpty()) {
                        return ReceiptPages.add(
                                visit.texts(),
                                visit.form().withError("more", "report.error.more.empty"),
                                t);
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
                                                over),
                                t);
                    }
                    Addition.Kind kind = Addition.Kind.read(visit.form().text("kind"));
                    receipts.add(t, kind, text);
                    boolean ask = supplements.isToAsk(t, kind, receipts.get(t));
                    return View.to(ask ? "/receipt/also" : "/receipt");
                });
    }

    @GetMapping("/receipt/stop")
    View askStop(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return comingBack.with(
                visit,
                request,
                response,
                t -> {
                    List<ToldPage.Gone> gone =
                            t.second()
                                    ? ReceiptPages.gone(visit.texts(), receipts.told(t))
                                    : ReceiptPages.gone(visit.texts(), receipts.get(t));
                    return ReceiptPages.sure(
                            visit.texts(),
                            visit.form(),
                            new SurePage("stop", gone, "", "", t.mark()));
                });
    }

    @PostMapping("/receipt/stop")
    View stop(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return comingBack.with(
                visit,
                request,
                response,
                t -> {
                    receipts.stop(t);
                    // With both secrets she reads at once what that stopped, what had gone and what goes on.
                    return View.to(t.second() ? "/receipt/told#stopped" : "/receipt");
                });
    }

    @PostMapping("/receipt/close")
    View close(HttpServletResponse response) {
        tickets.clear(response);
        return View.to("/");
    }

    /// The page of a form that was interrupted, as it was. Nothing of it is done before she says so
    /// once more.
    View again(
            String path, Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return switch (path) {
            case "/receipt/add" -> askAdd(visit, request, response);
            case "/receipt/stop" -> askStop(visit, request, response);
            default -> receipt(visit, request, response);
        };
    }
}
