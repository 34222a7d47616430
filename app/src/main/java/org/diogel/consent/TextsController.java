package org.diogel.consent;

import java.util.Optional;
import org.diogel.kernel.Lang;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Approving the words.
@Controller
class TextsController {

    private final TextApprovals approvals;

    TextsController(TextApprovals approvals) {
        this.approvals = approvals;
    }

    @GetMapping("/texts")
    View show(Visit visit) {
        return page(visit, visit.form());
    }

    @PostMapping("/texts")
    View approve(Visit visit) {
        Form form = visit.form();
        Optional<Lang> lang = Lang.ofTag(form.text("approve"));
        if (lang.isEmpty()) {
            form = form.withError("approve", "consent.texts.error.language");
        }
        String reviewer = form.text("reviewer");
        if (reviewer.length() < 3 || reviewer.length() > 120) {
            form = form.withError("reviewer", "consent.texts.error.reviewer");
        }
        if (!form.isOn("read")) {
            form = form.withError("read", "consent.texts.error.read");
        }
        if (form.hasErrors()) {
            return page(visit, form);
        }
        Lang chosen = lang.orElseThrow();
        approvals.approve(chosen, form.text("digest-" + chosen.tag()), reviewer);
        return View.to("/texts");
    }

    private View page(Visit visit, Form form) {
        return View.staff(
                        "consent/texts",
                        visit.t("consent.texts.title"),
                        new TextsView(approvals.list()))
                .with(form);
    }
}
