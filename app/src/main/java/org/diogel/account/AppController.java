package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.web.Form;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// A new authenticator app, for whoever has a new phone or lost the old one.
@Controller
class AppController {
    private static final String USE = "new-app";
    private static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private final OwnAccount own;
    private final SealedTokens tokens;
    private final Sessions sessions;
    private final Welcome welcome;
    private final Clock clock;

    AppController(
            OwnAccount own,
            SealedTokens tokens,
            Sessions sessions,
            Welcome welcome,
            Clock clock) {
        this.own = own;
        this.tokens = tokens;
        this.sessions = sessions;
        this.welcome = welcome;
        this.clock = clock;
    }

    @GetMapping("/account/app")
    View app(Visit visit) {
        own.withPassword();
        String secret = Letters.base32(OneTimeCodes.newSecret());
        String state =
                tokens.seal(USE, List.of(Acting.person().account().toString(), secret));
        return codePage(visit, Form.empty(), state, secret);
    }

    /// The code page again, in the other language.
    @GetMapping("/account/app/code")
    View code(Visit visit) {
        String state = visit.form().value("state");
        return secret(state)
                .map(secret -> codePage(visit, visit.form(), state, secret))
                .orElseGet(() -> View.to("/account/app"));
    }

    @PostMapping("/account/app/code")
    View change(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        Form form = visit.form();
        String state = form.value("state");
        Optional<String> secret = secret(state);
        if (secret.isEmpty()) {
            return View.to("/account/app");
        }
        byte[] totp = Letters.fromBase32(secret.get());
        OptionalLong step = OneTimeCodes.step(totp, form.text("code"), clock.instant(), 0);
        if (step.isEmpty()) {
            Form mend = form.withError("code", "account.code.mend");
            return codePage(visit, mend, state, secret.get());
        }
        own.withPassword();
        own.changeApp(totp, step.getAsLong());
        AccountId id = Acting.person().account();
        sessions.endAll(id);
        welcome.start(request, response, id);
        return View.to("/account?saved=app");
    }

    /// Empty when it is too old or somebody else's.
    private Optional<String> secret(String state) {
        String self = Acting.person().account().toString();
        return tokens.open(USE, state, GOOD_FOR)
                .filter(texts -> texts.getFirst().equals(self))
                .map(List::getLast);
    }

    private View codePage(Visit visit, Form form, String state, String secret) {
        return View.staff(
                        "account/set-up-code",
                        visit.t("account.set-up.title"),
                        SetUpCodePage.of(
                                "account.app.what",
                                "/account/app/code",
                                state,
                                visit.t("account.app.issuer"),
                                own.get().email(),
                                secret))
                .with(form)
                .back("/account");
    }
}
