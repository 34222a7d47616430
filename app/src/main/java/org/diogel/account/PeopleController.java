package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private static final Set<String> SAVED = Set.of("suspended", "reinstated");

    private final People people;
    private final Invitations invitations;
    private final Access access;
    private final PublicAddress address;

    PeopleController(
            People people, Invitations invitations, Access access, PublicAddress address) {
        this.people = people;
        this.invitations = invitations;
        this.access = access;
        this.address = address;
    }

    @GetMapping("/people")
    View list(Visit visit, HttpServletRequest request) {
        AccountId self = Acting.person().account();
        Map<AgencyId, String> agencies =
                access.listAgencies().stream().collect(Collectors.toMap(Agency::id, Agency::name));
        List<PeoplePage.Person> rows =
                people.all().stream()
                        .map(
                                a ->
                                        new PeoplePage.Person(
                                                a.id().toString(),
                                                a.name(),
                                                agencies.getOrDefault(a.agency(), ""),
                                                RoleKeys.of(a.profession()),
                                                RoleKeys.of(a.roles()),
                                                a.active(),
                                                a.id().equals(self)))
                        .toList();
        List<PeoplePage.Asked> asked =
                people.waiting().stream()
                        .map(w -> new PeoplePage.Asked(w.name(), RoleKeys.of(w.roles()), w.until()))
                        .toList();
        String saved = request.getParameter("saved");
        String said = saved != null && SAVED.contains(saved) ? "account.people." + saved : "";
        return View.staff(
                "account/people",
                visit.t("account.people.title"),
                new PeoplePage(rows, asked, said));
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
        }
        if (form.hasErrors() || agency.isEmpty() || profession.isEmpty()) {
            return invitePage(visit, form);
        }
        String link =
                invitations.invite(
                        new Invitations.Asked(
                                name,
                                email.orElse(null),
                                agency.get().id(),
                                profession.get(),
                                roles));
        return View.staff(
                "account/invited",
                visit.t("account.invited.title"),
                new InvitedPage(name, address.of(request) + "/invitation/" + link));
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

    private View invitePage(Visit visit, Form form) {
        InvitePage page =
                new InvitePage(
                        access.listAgencies().stream()
                                .map(a -> new InvitePage.Choice(a.id().toString(), a.name()))
                                .toList(),
                        Arrays.stream(Profession.values())
                                .map(p -> choice(visit, p.name(), RoleKeys.of(p)))
                                .toList(),
                        Arrays.stream(Role.values())
                                .map(r -> choice(visit, r.name(), RoleKeys.of(r)))
                                .toList());
        return View.staff("account/invite", visit.t("account.invite.title"), page)
                .with(form)
                .back("/people");
    }

    private Optional<Agency> agency(String id) {
        return access.listAgencies().stream()
                .filter(a -> a.id().toString().equals(id))
                .findFirst();
    }

    private static InvitePage.Choice choice(Visit visit, String value, String key) {
        return new InvitePage.Choice(value, visit.t(key));
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> all, String name) {
        return Arrays.stream(all.getEnumConstants()).filter(e -> e.name().equals(name)).findFirst();
    }

    private static AccountId account(String id) {
        try {
            return new AccountId(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            throw new NotHere();
        }
    }
}
