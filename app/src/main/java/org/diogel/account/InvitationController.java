package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.kernel.AccountId;
import org.diogel.web.Form;
import org.diogel.web.NotHere;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Joining: link, password, authenticator app, recovery codes, signed in; or link, passkey, signed in. Between the pages the
/// server keeps nothing; what was chosen travels sealed in the form.
@Controller
class InvitationController {
    private static final String USE = "joining";
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final Invitations invitations;
    private final Access access;
    private final NewPasswords newPasswords;
    private final Passwords passwords;
    private final SealedTokens tokens;
    private final JoiningByPasskey joining;
    private final DirectorySignIns directories;
    private final Sessions sessions;
    private final Welcome welcome;
    private final Clock clock;

    InvitationController(
            Invitations invitations,
            Access access,
            NewPasswords newPasswords,
            Passwords passwords,
            SealedTokens tokens,
            JoiningByPasskey joining,
            DirectorySignIns directories,
            Sessions sessions,
            Welcome welcome,
            Clock clock) {
        this.invitations = invitations;
        this.access = access;
        this.newPasswords = newPasswords;
        this.passwords = passwords;
        this.tokens = tokens;
        this.joining = joining;
        this.directories = directories;
        this.sessions = sessions;
        this.welcome = welcome;
        this.clock = clock;
    }

    @GetMapping("/invitation/{link}")
    View invitation(
            @PathVariable("link") String link, Visit visit, HttpServletRequest request) {
        return page(visit, request, link, visit.form());
    }

    /// The page again, in the other language.
    @GetMapping("/invitation")
    View again(Visit visit, HttpServletRequest request) {
        return page(visit, request, visit.form().value("link"), visit.form());
    }

    @PostMapping("/invitation")
    View choose(Visit visit, HttpServletRequest request) {
        String link = visit.form().value("link");
        Invitations.Open open = invitations.find(link).orElse(null);
        if (open == null) {
            return tooLate(visit);
        }
        Form form = visit.form();
        Optional<Email> email = Email.of(open.email() == null ? form.text("email") : open.email());
        if (email.isEmpty()) {
            form = form.withError("email", "account.email.mend");
        }
        List<String> personal =
                List.of(
                        open.name(),
                        email.map(Email::value).orElse(""),
                        access.findAgency(open.agency()).map(Agency::name).orElse(""));
        form = newPasswords.check(form, "password", personal);
        if (form.hasErrors() || email.isEmpty()) {
            return page(visit, request, link, form);
        }
        String secret = Letters.base32(OneTimeCodes.newSecret());
        String hash = passwords.hash(form.value("password"));
        String state =
                tokens.seal(
                        USE, List.of(open.id().toString(), email.get().value(), hash, secret));
        return codePage(visit, Form.empty(), state, email.get().value(), secret);
    }

    /// The code page again, in the other language.
    @GetMapping("/invitation/code")
    View code(Visit visit) {
        List<String> state = state(visit.form()).orElseThrow(NotHere::new);
        return codePage(
                visit, visit.form(), visit.form().value("state"), state.get(1), state.get(3));
    }

    @PostMapping("/invitation/code")
    View join(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        List<String> state = state(visit.form()).orElse(null);
        if (state == null) {
            return tooLate(visit);
        }
        byte[] secret = Letters.fromBase32(state.get(3));
        OptionalLong step =
                OneTimeCodes.step(secret, visit.form().text("code"), clock.instant(), 0);
        if (step.isEmpty()) {
            Form mend = visit.form().withError("code", "account.code.mend");
            return codePage(visit, mend, mend.value("state"), state.get(1), state.get(3));
        }
        Email email = Email.of(state.get(1)).orElseThrow();
        Invitations.Way way =
                new Invitations.Way.Password(state.get(2), secret, step.getAsLong());
        Invitations.Chosen chosen =
                new Invitations.Chosen(
                        new AccountId(UUID.randomUUID()), email, way, visit.lang());
        return join(visit, request, response, UUID.fromString(state.getFirst()), chosen);
    }

    /// Without a password: a passkey is both factors.
    @PostMapping("/invitation/passkey")
    View passkey(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        Form form = visit.form();
        String link = form.value("link");
        Invitations.Open open = invitations.find(link).orElse(null);
        if (open == null) {
            return tooLate(visit);
        }
        Optional<Email> email =
                Email.of(open.email() == null ? form.text("passkeyEmail") : open.email());
        if (email.isEmpty()) {
            Form mend = form.withError("passkeyEmail", "account.email.mend");
            return page(visit, request, link, mend);
        }
        return joining.made(request, open, form.value("token"), form.value("answer"))
                .map(
                        made ->
                                join(
                                        visit,
                                        request,
                                        response,
                                        open.id(),
                                        made.chosen(email.get(), visit)))
                .orElseGet(
                        () ->
                                page(
                                        visit,
                                        request,
                                        link,
                                        form.withError("passkey", "account.passkey.add.mend")));
    }

    private View join(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            UUID invitation,
            Invitations.Chosen chosen) {
        return switch (invitations.join(invitation, chosen)) {
            case Invitations.Joined.Welcome joined -> {
                sessions.endAll(joined.id());
                welcome.start(request, response, joined.id());
                yield joined.recoveryCodes().isEmpty()
                        ? View.to("/account/passkeys?saved=joined")
                        : View.staff(
                        "account/recovery-codes",
                        visit.t("account.recovery.title"),
                        new RecoveryCodesPage(joined.recoveryCodes(), "/home"));
            }
            case Invitations.Joined.TooLate _ -> tooLate(visit);
            case Invitations.Joined.AddressTaken _ ->
                    View.staff(
                            "account/invitation-taken",
                            visit.t("account.invitation.taken.title"),
                            "");
        };
    }

    private Optional<List<String>> state(Form form) {
        return tokens.open(USE, form.value("state"), GOOD_FOR);
    }

    private View page(Visit visit, HttpServletRequest request, String link, Form form) {
        Optional<Invitations.Open> open = invitations.find(link);
        if (open.isEmpty()) {
            return tooLate(visit);
        }
        String email = open.get().email();
        return View.staff(
                        "account/invitation",
                        visit.t("account.invitation.title"),
                        new InvitationPage(
                                link,
                                open.get().name(),
                                email == null ? "" : email,
                                joining.ask(request, open.get()),
                                email == null
                                        ? List.of()
                                        : directories.forJoining(open.get().agency()).stream()
                                                .map(d -> new InvitePage.Choice(d.key(), d.name()))
                                                .toList()))
                .with(form);
    }

    private View codePage(Visit visit, Form form, String state, String email, String secret) {
        return View.staff(
                        "account/set-up-code",
                        visit.t("account.set-up.title"),
                        SetUpCodePage.of(
                                "account.set-up.why",
                                "/invitation/code",
                                state,
                                visit.t("account.app.issuer"),
                                email,
                                secret))
                .with(form);
    }

    private static View tooLate(Visit visit) {
        return View.staff(
                        "account/invitation-late", visit.t("account.invitation.late.title"), "")
                .status(org.springframework.http.HttpStatus.NOT_FOUND);
    }
}
