package org.diogel.retention;

import org.diogel.kernel.Acting;
import org.diogel.kernel.Role;
import org.diogel.web.Form;
import org.diogel.web.Stale;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// How long things are kept, and what is due.
@Controller
class RetentionController {

    private final Rules rules;

    RetentionController(Rules rules) {
        this.rules = rules;
    }

    @GetMapping("/retention")
    View rules(Visit visit) {
        return page(visit, false);
    }

    @PostMapping("/retention")
    View change(Visit visit) {
        Form form = visit.form();
        try {
            if (form.isOn("off")) {
                rules.switchOff(form.text("rule"));
            } else {
                rules.switchOn(form.text("rule"), form.text("version"));
            }
            return View.to("/retention");
        } catch (Stale another) {
            return page(visit, true).status(HttpStatus.CONFLICT);
        }
    }

    private View page(Visit visit, boolean stale) {
        return View.staff(
                "retention/rules",
                visit.t("retention.title"),
                new RulesPage(
                        rules.list(),
                        Acting.person().has(Role.DATA_PROTECTION_OFFICER),
                        stale));
    }
}
