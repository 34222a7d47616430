package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.diogel.account.Challenges.Use;
import org.diogel.kernel.AccountId;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Signing in: address and password, then a code; or a passkey. No page says whether an account exists.
@Controller
class SignInController {
    private final SignIns signIns;
    private final HeldForms held;
    private final Devices devices;
    private final Welcome welcome;
    private final Sessions sessions;
    private final Passkeys passkeys;
    private final PasskeyPlace place;
    private final Directories directories;

    SignInController(
            SignIns signIns,
            HeldForms held,
            Devices devices,
            Welcome welcome,
            Sessions sessions,
            Passkeys passkeys,
            PasskeyPlace place,
            Directories directories) {
        this.signIns = signIns;
        this.held = held;
        this.devices = devices;
        this.welcome = welcome;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.place = place;
        this.directories = directories;
    }

    @GetMapping("/sign-in")
    View signIn(Visit visit, HttpServletRequest request) {
        if (request.getAttribute(SignInFirst.HELD) instanceof String typed) {
            boolean ended = Boolean.TRUE.equals(request.getAttribute(SignInFirst.ENDED));
            return page(visit, request, Form.empty(), typed, ended).status(HttpStatus.UNAUTHORIZED);
        }
        String to = request.getParameter("to");
        String carried = visit.form().has("held") ? visit.form().value("held") : "";
        boolean ended = request.getParameter("ended") != null;
        return page(visit, request, visit.form(), to == null ? carried : to, ended);
    }

    @PostMapping("/sign-in")
    View password(Visit visit, HttpServletRequest request) {
        Form form = visit.form();
        String carried = form.value("held");
        Optional<Email> email = Email.of(form.text("email"));
        if (email.isEmpty()) {
            Form mend = form.withError("email", "account.email.mend");
            return page(visit, request, mend, carried, false);
        }
        if (form.value("password").isEmpty()) {
            return page(
                    visit, request, form.withError("password", "account.password.mend"), carried, false);
        }
        return signIns.password(email.get(), form.value("password"), from(visit, request))
                .map(step -> codePage(visit, Form.empty(), step, carried))
                .orElseGet(
                        () ->
                                page(
                                        visit,
                                        request,
                                        form.withError("email", "account.sign-in.no-match"),
                                        carried,
                                        false));
    }

    /// The code page again, in the other language.
    @GetMapping("/sign-in/code")
    View code(Visit visit) {
        String step = visit.form().value("step");
        return signIns.step(step).isPresent()
                ? codePage(visit, visit.form(), step, visit.form().value("held"))
                : View.to("/sign-in");
    }

    @PostMapping("/sign-in/code")
    View checkCode(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        Form form = visit.form();
        Optional<AccountId> account = signIns.step(form.value("step"));
        if (account.isEmpty()) {
            return tooLate(visit, request);
        }
        if (!signIns.code(account.get(), form.text("code"), from(visit, request))) {
            Form mend = form.withError("code", "account.code.mend");
            return codePage(visit, mend, form.value("step"), form.value("held"));
        }
        return welcome.to(visit, request, response, account.get(), held(form), -1);
    }

    @PostMapping("/sign-in/recovery")
    View checkRecoveryCode(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        Form form = visit.form();
        Optional<AccountId> account = signIns.step(form.value("step"));
        if (account.isEmpty()) {
            return tooLate(visit, request);
        }
        OptionalInt left =
                signIns.recoveryCode(account.get(), form.text("recovery"), from(visit, request));
        if (left.isEmpty()) {
            Form mend = form.withError("recovery", "account.recovery.mend");
            return codePage(visit, mend, form.value("step"), form.value("held"));
        }
        return welcome.to(visit, request, response, account.get(), held(form), left.getAsInt());
    }

    @PostMapping("/sign-in/passkey")
    View passkey(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        Form form = visit.form();
        Optional<AccountId> account =
                place.of(request)
                        .flatMap(
                                here ->
                                        passkeys.signIn(
                                                here,
                                                form.value("token"),
                                                form.value("answer"),
                                                visit.address()));
        if (account.isEmpty()) {
            Form mend = form.withError("passkey", "account.passkey.mend");
            return page(visit, request, mend, form.value("held"), false);
        }
        return welcome.to(visit, request, response, account.get(), held(form), -1);
    }

    @PostMapping("/sign-out")
    View signOut(HttpServletRequest request) {
        sessions.end(request);
        return View.to("/sign-in");
    }

    private Optional<HeldForm> held(Form form) {
        return held.open(form.value("held"));
    }

    private SignIns.From from(Visit visit, HttpServletRequest request) {
        return new SignIns.From(mark -> devices.known(request, mark), visit.address());
    }

    private View tooLate(Visit visit, HttpServletRequest request) {
        Form again = Form.empty().withError("email", "account.sign-in.too-late");
        return page(visit, request, again, visit.form().value("held"), false);
    }

    private View page(
            Visit visit, HttpServletRequest request, Form form, String carried, boolean ended) {
        boolean kept = held.open(carried).filter(HeldForm::isForm).isPresent();
        return View.staff(
                        "account/sign-in",
                        visit.t("account.sign-in.title"),
                        new SignInPage(
                                carried,
                                ended,
                                kept,
                                ask(request),
                                directories.all().stream()
                                        .map(d -> new InvitePage.Choice(d.key(), d.name()))
                                        .toList()))
                .with(form);
    }

    private @Nullable PasskeyAsk ask(HttpServletRequest request) {
        return place.of(request)
                .map(here -> PasskeyAsk.use(here, passkeys.begin(Use.SIGN_IN, ""), List.of()))
                .orElse(null);
    }

    private static View codePage(Visit visit, Form form, String step, String carried) {
        return View.staff(
                        "account/code", visit.t("account.code.title"), new CodePage(step, carried))
                .with(form);
    }
}
