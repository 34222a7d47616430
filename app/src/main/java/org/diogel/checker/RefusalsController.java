package org.diogel.checker;

import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Who went on looking after the last look.
@Controller
class RefusalsController {

    private final Refusals refusals;

    RefusalsController(Refusals refusals) {
        this.refusals = refusals;
    }

    @GetMapping("/looks")
    View list(Visit visit) {
        return View.staff(
                "checker/refusals",
                visit.t("checker.refusals.title"),
                new RefusalsPage(refusals.list(), refusals.stopped()));
    }
}
