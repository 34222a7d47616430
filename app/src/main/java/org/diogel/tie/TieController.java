package org.diogel.tie;

import java.util.UUID;
import org.diogel.access.Ties;
import org.diogel.kernel.SafeText;
import org.diogel.report.Tied;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// One's own list.
@Controller
class TieController {

    private static final int LONGEST = 200;
    private static final String HOME = "/account/known";

    private final Ties ties;
    private final Tied tied;

    TieController(Ties ties, Tied tied) {
        this.ties = ties;
        this.tied = tied;
    }

    @GetMapping(HOME)
    View list(Visit visit) {
        return page(visit, visit.form());
    }

    @PostMapping(HOME)
    View add(Visit visit) {
        Form form = visit.form();
        String kind = form.text("kind");
        String note = line(form.text("note"));
        if (!TiesPage.KINDS.contains(kind)) {
            form = form.withError("kind", "tie.kind.mend");
        }
        if (SafeText.length(note) > LONGEST) {
            form = form.withError("note", "tie.note.mend", "most", LONGEST);
        }
        if (form.text("value").isBlank()) {
            form = form.withError("value", "tie.value.mend");
        }
        if (form.hasErrors()) {
            return page(visit, form);
        }
        try {
            tied.add(kind, line(form.text("value")), note);
            return View.to(HOME);
        } catch (Tied.Unreadable unreadable) {
            return page(visit, form.withError("value", "tie.value.mend." + kind));
        } catch (Ties.Full full) {
            return page(visit, form.withError("value", "tie.full", "most", Ties.MOST));
        }
    }

    @PostMapping(HOME + "/{id}/remove")
    View remove(@PathVariable UUID id) {
        ties.remove(id);
        return View.to(HOME);
    }

    private static String line(String typed) {
        return SafeText.clean(typed).replaceAll("\\s+", " ").strip();
    }

    private View page(Visit visit, Form form) {
        return View.staff("tie/ties", visit.t("tie.title"), new TiesPage(ties.list()))
                .with(form)
                .back("/account");
    }
}
