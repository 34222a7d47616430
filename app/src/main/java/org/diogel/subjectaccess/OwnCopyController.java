package org.diogel.subjectaccess;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.diogel.report.HolderVisits;
import org.diogel.report.Ticket;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// "Ask for a copy of everything": from the receipt, with the second secret, and for whoever signs in.
@Controller
class OwnCopyController {

    private static final String HOLDER = "/receipt/everything";
    private static final String STAFF = "/account/copy";

    private final OwnCopies own;
    private final PackFiles files;
    private final HolderVisits holder;

    OwnCopyController(OwnCopies own, PackFiles files, HolderVisits holder) {
        this.own = own;
        this.files = files;
        this.holder = holder;
    }

    @GetMapping(HOLDER)
    View see(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return withSecond(
                visit, request, response, ticket -> page(visit, HOLDER, own.of(ticket)).back("/receipt/told"));
    }

    @PostMapping(HOLDER)
    View ask(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return withSecond(
                visit,
                request,
                response,
                ticket -> {
                    own.ask(ticket, visit.lang());
                    return View.to(HOLDER);
                });
    }

    @PostMapping(HOLDER + "/paper")
    View paper(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return withSecond(
                visit,
                request,
                response,
                ticket -> paper(visit, own.take(ticket)).back(HOLDER));
    }

    @GetMapping(STAFF)
    View seeOwn(Visit visit) {
        return page(visit, STAFF, own.mine()).kind(View.Kind.STAFF).back("/account");
    }

    @PostMapping(STAFF)
    View askOwn(Visit visit) {
        own.ask(visit.lang());
        return View.to(STAFF);
    }

    @PostMapping(STAFF + "/paper")
    View paperOwn(Visit visit) {
        return paper(visit, own.take()).kind(View.Kind.STAFF).back(STAFF);
    }

    @PostMapping(STAFF + "/json")
    ResponseEntity<byte[]> jsonOwn(Visit visit) {
        return files.json(visit.texts(), own.take());
    }

    private static View page(Visit visit, String path, OwnCopies.Mine mine) {
        return View.of(
                "subjectaccess/own", visit.t("subjectaccess.own.title"), new OwnCopyPage(path, mine));
    }

    private View paper(Visit visit, Pack pack) {
        return View.of(
                "subjectaccess/pack",
                visit.t("subjectaccess.own.title"),
                files.page(visit.texts(), pack));
    }

    /// Whoever holds her phone may hold her code: the code alone shows nothing of this.
    private View withSecond(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<Ticket, View> page) {
        return holder.with(
                visit,
                request,
                response,
                ticket -> ticket.second() ? page.apply(ticket) : View.to("/receipt/second"));
    }
}
