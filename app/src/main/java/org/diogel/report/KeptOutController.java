package org.diogel.report;

import java.util.UUID;
import org.diogel.access.KeptOut;
import org.diogel.web.Form;
import org.diogel.web.Stale;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Who is kept out of a report.
@Controller
class KeptOutController {

    private final KeepingOut keeping;

    KeptOutController(KeepingOut keeping) {
        this.keeping = keeping;
    }

    @GetMapping("/queue/{id}/kept-out")
    View ask(Visit visit, @PathVariable UUID id) {
        return page(visit, id, visit.form());
    }

    @PostMapping("/queue/{id}/kept-out")
    View keepOut(Visit visit, @PathVariable UUID id) {
        Form form = visit.form();
        KeptOut.Why why = KeepingOut.why(form.text("why")).orElse(null);
        if (why == null) {
            form = form.withError("why", "queue.kept-out.why.mend");
        }
        UUID party = party(form.text("party"));
        if (party == null) {
            form = form.withError("party", "queue.kept-out.party.mend");
        }
        if (party == null || why == null) {
            return page(visit, id, form);
        }
        try {
            keeping.keepOut(new ReportId(id), party, why);
            return View.to("/queue/" + id + "/kept-out");
        } catch (KeepingOut.NobodyLeft nobody) {
            return page(visit, id, form.withError("party", "queue.kept-out.nobody"));
        } catch (IllegalArgumentException notThere) {
            return page(visit, id, form.withError("party", "queue.kept-out.party.mend"));
        }
    }

    @PostMapping("/queue/{id}/kept-out/{row}/end")
    View letIn(@PathVariable UUID id, @PathVariable UUID row) {
        try {
            keeping.letIn(new ReportId(id), row);
        } catch (Stale already) {
            // The page it leads to says how it stands.
        }
        return View.to("/queue/" + id + "/kept-out");
    }

    private View page(Visit visit, UUID id, Form form) {
        return View.staff(
                        "report/kept-out",
                        visit.t("queue.kept-out.title"),
                        new KeptOutPage(keeping.open(new ReportId(id))))
                .with(form)
                .back(QueuePages.path(new ReportId(id)));
    }

    private static @Nullable UUID party(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException tamperedWith) {
            return null;
        }
    }
}
