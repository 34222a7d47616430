package org.diogel.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Role;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What somebody may do here and what she is by trade, as her administrator changes it.
@Controller
class RolesController {
    private final People people;
    private final Access access;

    RolesController(People people, Access access) {
        this.people = people;
        this.access = access;
    }

    @GetMapping("/people/{id}")
    View person(@PathVariable("id") String id, Visit visit) {
        People.Changing now = people.changing(account(id));
        return page(visit, visit.form().or(stored(now.account())), now);
    }

    @PostMapping("/people/{id}")
    View change(@PathVariable("id") String id, Visit visit) {
        Form form = visit.form();
        Optional<Profession> profession =
                Arrays.stream(Profession.values())
                        .filter(p -> p.name().equals(form.value("profession")))
                        .findFirst();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values())
                .filter(r -> form.all("roles").contains(r.name()))
                .forEach(roles::add);
        Form mend = form;
        if (profession.isEmpty()) {
            mend = mend.withError("profession", "account.invite.profession.mend");
        }
        if (roles.isEmpty()) {
            mend = mend.withError("roles", "account.invite.roles.mend");
        } else if (!RoleRules.fit(roles)) {
            mend = mend.withError("roles", "account.person.roles.apart");
        }
        if (mend.hasErrors() || profession.isEmpty()) {
            return page(visit, mend, people.changing(account(id)));
        }
        people.change(account(id), seen(form), profession.get(), roles);
        return View.to("/people?saved=changed");
    }

    private View page(Visit visit, Form form, People.Changing now) {
        AccountView account = now.account();
        InvitePage choices = PeoplePages.invite(List.of(), visit.texts());
        // Whoever mends a form goes on from what she saw.
        int version = form.has("seen") ? seen(form) : now.version();
        return View.staff(
                        "account/person",
                        visit.t("account.person.title"),
                        new PersonPage(
                                account.id().toString(),
                                account.name(),
                                access.findAgency(account.agency()).map(Agency::name).orElse(""),
                                version,
                                choices.professions(),
                                choices.roles()))
                .with(form)
                .back("/people");
    }

    private static Form stored(AccountView account) {
        return new Form(
                Map.of(
                        "profession", List.of(account.profession().name()),
                        "roles", account.roles().stream().map(Role::name).toList()),
                Map.of());
    }

    /// -1, which no account has, for what is no number.
    private static int seen(Form form) {
        String seen = form.text("seen");
        return seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : -1;
    }

    private static AccountId account(String id) {
        return new AccountId(PeopleController.id(id));
    }
}
