package org.diogel.checker;

import org.diogel.access.Access;
import org.diogel.access.Desk;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The page for everybody who thinks of a meeting.
@Controller
class BeforeController {

    private final Access access;

    BeforeController(Access access) {
        this.access = access;
    }

    @GetMapping("/before")
    View before(Visit visit) {
        return View.of(
                        "checker/before",
                        visit.t("checker.before.title"),
                        new BeforePage(
                                access.listDesks().stream()
                                        .map(Desk::agency)
                                        .map(agency -> agency.name())
                                        .distinct()
                                        .sorted()
                                        .toList()))
                .back("/");
    }
}
