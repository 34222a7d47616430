package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.web.Form;
import org.diogel.web.NotHere;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// "People": an administrator asks others to join, suspends them and takes them back.
@Controller
class PeopleController {
    private static final Set<String> SAVED =
            Set.of("suspended", "reinstated", "cancelled", "not-sent", "changed");

    private final People people;
    private final Inviting inviting;
    private final Access access;
    private final PublicAddress address;

    PeopleController(
            People people, Inviting inviting, Access access, PublicAddress address) {
        this.people = people;
        this.inviting = inviting;
        this.access = access;
        this.address = address;
    }

    @GetMapping("/people")
    View list(Visit visit, HttpServletRequest request) {
        String saved = request.getParameter("saved");
        String said = saved != null && SAVED.contains(saved) ? "account.people." + saved : "";
        return View.staff(
                "account/people",
                visit.t("account.people.title"),
                new PeoplePage(
                        PeoplePages.people(
                                people.all(), access.listAgencies(), Acting.person().account()),
                        PeoplePages.asked(people.waiting(), access.listAgencies()),
                        said));
    }

    @GetMapping("/people/invite")
    View invite(Visit visit) {
        return invitePage(visit, visit.form());
    }

    @PostMapping("/people/invite")
    View ask(Visit visit, HttpServletRequest request) {
        Form form = visit.form();
        String name = form.text("name");
        Optional<Email> email = Email.of(form.text("email"));
        Optional<Agency> agency = agency(form.value("agency"));
        Optional<Profession> profession = one(Profession.class, form.value("profession"));
        Set<Role> roles = EnumSet.noneOf(Role.class);
        form.all("roles").forEach(r -> one(Role.class, r).ifPresent(roles::add));
        if (name.isEmpty() || name.length() > 100) {
            form = form.withError("name", "account.invite.name.mend");
        }
        if (email.isEmpty()) {
            form = form.withError("email", "account.email.mend");
        } else if (people.isTaken(email.get())) {
            form = form.withError("email", "account.invite.email.taken");
        }
        if (agency.isEmpty()) {
            form = form.withError("agency", "account.invite.agency.mend");
        }
        if (profession.isEmpty()) {
            form = form.withError("profession", "account.invite.profession.mend");
        }
        if (roles.isEmpty()) {
            form = form.withError("roles", "account.invite.roles.mend");
        } else if (!RoleRules.fit(roles)) {
            form = form.withError("roles", "account.invite.roles.apart");
        }
        if (form.hasErrors() || agency.isEmpty() || profession.isEmpty()) {
            return invitePage(visit, form);
        }
        Form again = form.withError("email", "account.invite.not-sent");
        return inviting.invite(
                        new Invitations.Asked(
                                name,
                                email.orElse(null),
                                agency.get().id(),
                                profession.get(),
                                roles),
                        link -> page(request, link))
                .map(sent -> invited(visit, sent))
                .orElseGet(() -> invitePage(visit, again));
    }

    @PostMapping("/people/{id}/invite")
    View askAgain(@PathVariable("id") String id, Visit visit, HttpServletRequest request) {
        return inviting.inviteAgain(account(id), link -> page(request, link))
                .map(sent -> invited(visit, sent))
                .orElseGet(() -> View.to("/people?saved=not-sent"));
    }

    @PostMapping("/people/invitations/{id}/cancel")
    View cancel(@PathVariable("id") String id) {
        people.cancel(id(id));
        return View.to("/people?saved=cancelled");
    }

    @PostMapping("/people/{id}/suspend")
    View suspend(@PathVariable("id") String id) {
        people.setActive(account(id), false);
        return View.to("/people?saved=suspended");
    }

    @PostMapping("/people/{id}/reinstate")
    View reinstate(@PathVariable("id") String id) {
        people.setActive(account(id), true);
        return View.to("/people?saved=reinstated");
    }

    private String page(HttpServletRequest request, String link) {
        return address.of(request) + "/invitation/" + link;
    }

    private static View invited(Visit visit, Inviting.Sent sent) {
        return View.staff(
                "account/invited",
                visit.t("account.invited.title"),
                new InvitedPage(
                        sent.name(), sent.email(), sent.link(), sent.waits(), sent.confirmers()));
    }

    private View invitePage(Visit visit, Form form) {
        return View.staff(
                        "account/invite",
                        visit.t("account.invite.title"),
                        PeoplePages.invite(access.listAgencies(), visit.texts()))
                .with(form)
                .back("/people");
    }

    private Optional<Agency> agency(String id) {
        return access.listAgencies().stream()
                .filter(a -> a.id().toString().equals(id))
                .findFirst();
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> all, String name) {
        return Arrays.stream(all.getEnumConstants()).filter(e -> e.name().equals(name)).findFirst();
    }

    private static AccountId account(String id) {
        return new AccountId(id(id));
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new NotHere();
        }
    }
}
