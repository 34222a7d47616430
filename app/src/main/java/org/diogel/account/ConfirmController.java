package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.diogel.access.Access;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The yes of a second person to whoever was asked to join.
@Controller
class ConfirmController {
    private final People people;
    private final Access access;

    ConfirmController(People people, Access access) {
        this.people = people;
        this.access = access;
    }

    @GetMapping("/invitations")
    View list(Visit visit, HttpServletRequest request) {
        List<PeoplePage.Asked> waiting =
                PeoplePages.asked(people.waiting(), access.listAgencies()).stream()
                        .filter(PeoplePage.Asked::waits)
                        .toList();
        return View.staff(
                "account/confirm",
                visit.t("account.confirm.title"),
                new ConfirmPage(waiting, request.getParameter("saved") != null));
    }

    @PostMapping("/invitations/{id}/confirm")
    View confirm(@PathVariable("id") String id) {
        people.confirm(PeopleController.id(id));
        return View.to("/invitations?saved=1");
    }
}
