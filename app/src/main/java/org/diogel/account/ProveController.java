package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.diogel.account.Challenges.Use;
import org.diogel.kernel.Acting;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// "Show that it is you": what `fresh` in `authorisation.csv` leads to. Afterwards she is exactly where
/// she was, with what she typed: see [ProveFilter], which takes up a form.
@Controller
class ProveController {
    private final HeldForms held;
    private final OwnAccount own;
    private final Passkeys passkeys;
    private final PasskeyPlace place;
    private final DirectorySignIns directories;

    ProveController(
            HeldForms held,
            OwnAccount own,
            Passkeys passkeys,
            PasskeyPlace place,
            DirectorySignIns directories) {
        this.held = held;
        this.own = own;
        this.passkeys = passkeys;
        this.place = place;
        this.directories = directories;
    }

    @GetMapping("/prove")
    View ask(Visit visit, HttpServletRequest request) {
        if (request.getAttribute(SignInFirst.HELD) instanceof String typed) {
            return page(visit, request, Form.empty(), typed);
        }
        String to = request.getParameter("to");
        return page(visit, request, visit.form(), to == null ? visit.form().value("held") : to);
    }

    @PostMapping("/prove")
    View prove(Visit visit, HttpServletRequest request) {
        Form form = visit.form();
        String token = form.value("held");
        if (request.getAttribute(ProveFilter.PROVED) == null) {
            Form mend =
                    form.has("answer")
                            ? form.withError("passkey", "account.passkey.mend")
                            : form.withError("code", "account.prove.mend");
            return page(visit, request, mend, token);
        }
        return View.to(
                held.open(token).filter(was -> !was.isForm()).map(HeldForm::path).orElse("/home"));
    }

    private View page(Visit visit, HttpServletRequest request, Form form, String carried) {
        boolean kept = held.open(carried).filter(HeldForm::isForm).isPresent();
        return View.staff(
                        "account/prove",
                        visit.t("account.prove.title"),
                        new ProvePage(
                                carried,
                                kept,
                                own.get().byPassword(),
                                ask(request),
                                directories.offers().stream()
                                        .filter(DirectorySignIns.Offer::linked)
                                        .map(o -> new OwnPage.Link(o.key(), o.name(), true))
                                        .toList()))
                .with(form);
    }

    private @Nullable PasskeyAsk ask(HttpServletRequest request) {
        List<byte[]> known = passkeys.mine().stream().map(Passkeys.Mine::credential).toList();
        String self = Acting.person().account().toString();
        return known.isEmpty()
                ? null
                : place.of(request)
                        .map(here -> PasskeyAsk.use(here, passkeys.begin(Use.PROVE, self), known))
                        .orElse(null);
    }
}
