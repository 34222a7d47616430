package org.diogel.consent;

import java.util.List;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The page for when nobody may begin to tell; the demonstration shows it too. An administrator sees
/// there what is missing.
@Controller
class NotOpenController {

    private final Opening opening;

    NotOpenController(Opening opening) {
        this.opening = opening;
    }

    @GetMapping("/not-open")
    View notOpen(Visit visit) {
        if (Acting.who() instanceof Actor.Person person && person.has(Role.ADMINISTRATOR)) {
            List<String> missing =
                    opening.missing().stream()
                            .map(one -> visit.t(one.key(), "agency", one.agency()))
                            .toList();
            return View.staff(
                    "consent/missing",
                    visit.t("consent.missing.title"),
                    new MissingPage(missing));
        }
        return opening.isOpen() && !opening.isDemonstration()
                ? View.to("/")
                : View.of("consent/not-open", visit.t("consent.closed.title"), "");
    }
}
