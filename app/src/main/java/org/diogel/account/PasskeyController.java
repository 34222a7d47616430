package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.diogel.account.Challenges.Use;
import org.diogel.kernel.Acting;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// "Passkeys": hers, another one, one less.
@Controller
class PasskeyController {
    private static final Set<String> SAVED = Set.of("added", "removed", "only", "joined");
    private static final int LONGEST_NAME = 60;

    private final Passkeys passkeys;
    private final PasskeyPlace place;
    private final OwnAccount own;

    PasskeyController(Passkeys passkeys, PasskeyPlace place, OwnAccount own) {
        this.passkeys = passkeys;
        this.place = place;
        this.own = own;
    }

    @GetMapping("/account/passkeys")
    View list(Visit visit, HttpServletRequest request) {
        return page(visit, visit.form(), request);
    }

    @PostMapping("/account/passkeys")
    View add(Visit visit, HttpServletRequest request) {
        Form form = visit.form();
        String name = form.text("name");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return page(visit, form.withError("name", "account.passkey.name.mend"), request);
        }
        boolean added =
                place.of(request)
                        .filter(
                                here ->
                                        passkeys.add(
                                                here, form.value("token"), form.value("answer"), name))
                        .isPresent();
        return added
                ? View.to("/account/passkeys?saved=added")
                : page(visit, form.withError("passkey", "account.passkey.add.mend"), request);
    }

    @PostMapping("/account/passkeys/{id}/remove")
    View remove(@PathVariable("id") String id) {
        boolean removed = passkeys.remove(PeopleController.id(id));
        return View.to("/account/passkeys?saved=" + (removed ? "removed" : "only"));
    }

    private View page(Visit visit, Form form, HttpServletRequest request) {
        List<Passkeys.Mine> mine = passkeys.mine();
        String saved = request.getParameter("saved");
        PasskeyAsk ask = ask(mine, request);
        View view = View.staff(
                        "account/passkeys",
                        visit.t("account.passkeys.title"),
                        new PasskeysPage(
                                mine.stream()
                                        .map(
                                                m ->
                                                        new PasskeysPage.Mine(
                                                                m.id().toString(),
                                                                m.name(),
                                                                m.made(),
                                                                m.used()))
                                        .toList(),
                                ask,
                                saved != null && SAVED.contains(saved)
                                        ? "account.passkeys." + saved
                                        : ""))
                .back("/account");
        // The language switch sends the form, where there is one.
        return ask == null ? view : view.with(form);
    }

    private @Nullable PasskeyAsk ask(List<Passkeys.Mine> mine, HttpServletRequest request) {
        if (mine.size() >= Passkeys.MOST) {
            return null;
        }
        OwnAccount.Own self = own.get();
        return place.of(request)
                .map(
                        here ->
                                PasskeyAsk.make(
                                        here,
                                        passkeys.begin(
                                                Use.ADD, Acting.person().account().toString()),
                                        mine.stream().map(Passkeys.Mine::credential).toList(),
                                        self.account().id(),
                                        self.email(),
                                        self.account().name()))
                .orElse(null);
    }
}
