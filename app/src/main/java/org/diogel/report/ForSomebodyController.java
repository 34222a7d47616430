package org.diogel.report;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.kernel.Acting;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// A worker tells for somebody, and gives her a code of her own once she is reached.
@Controller
class ForSomebodyController {

    private final Telling telling;
    private final OwnCodes codes;
    private final Reports reports;
    private final Access access;
    private final Tickets tickets;

    ForSomebodyController(
            Telling telling, OwnCodes codes, Reports reports, Access access, Tickets tickets) {
        this.telling = telling;
        this.codes = codes;
        this.reports = reports;
        this.access = access;
        this.tickets = tickets;
    }

    @GetMapping("/for-somebody")
    View ask(Visit visit) {
        return View.staff(
                "report/for-somebody", visit.t("queue.for.title"), new TellPages.Plain());
    }

    @PostMapping("/for-somebody")
    View begin(Visit visit, HttpServletResponse response) {
        String project =
                access.findAgency(Acting.person().agency()).map(Agency::name).orElse("");
        tickets.give(response, telling.startFor(visit.lang(), project));
        return View.to("/tell/code");
    }

    @GetMapping("/queue/{id}/code")
    View askCode(Visit visit, @PathVariable UUID id) {
        QueueItem item = reports.get(new ReportId(id));
        return codes.isMissing(item.id())
                ? page(visit, item, "")
                : View.to(QueuePages.path(item.id()));
    }

    /// Shows it on this response and nowhere else.
    @PostMapping("/queue/{id}/code")
    View give(Visit visit, @PathVariable UUID id) {
        QueueItem item = reports.get(new ReportId(id));
        return codes.give(item.id())
                .map(code -> page(visit, item, code.spaced()))
                .orElseGet(() -> View.to(QueuePages.path(item.id())));
    }

    private static View page(Visit visit, QueueItem item, String code) {
        return View.staff(
                        "report/own-code",
                        visit.t("queue.code.title", "reference", item.reference()),
                        new OwnCodePage(QueuePages.path(item.id()), code))
                .back(QueuePages.path(item.id()));
    }
}
