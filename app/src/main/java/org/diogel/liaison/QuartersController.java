package org.diogel.liaison;

import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What people choose to give to the police, by quarter.
@Controller
class QuartersController {

    private final Quarters quarters;

    QuartersController(Quarters quarters) {
        this.quarters = quarters;
    }

    @GetMapping("/quarters")
    View quarters(Visit visit) {
        return View.staff(
                "liaison/quarters",
                visit.t("liaison.quarters.title"),
                new QuartersPage(quarters.list(), quarters.listAnswered(), quarters.next()));
    }
}
