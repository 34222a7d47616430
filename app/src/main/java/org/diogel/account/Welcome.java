package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.diogel.kernel.AccountId;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/// The moment somebody has signed in: a session under a new id, a new token, the device remembered,
/// and on to where she was going.
@Component
class Welcome {
    private final SignIns signIns;
    private final Sessions sessions;
    private final Devices devices;
    private final CsrfAuthenticationStrategy newToken;

    Welcome(
            SignIns signIns,
            Sessions sessions,
            Devices devices,
            CookieCsrfTokenRepository tokens) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.devices = devices;
        this.newToken = new CsrfAuthenticationStrategy(tokens);
        newToken.setRequestHandler(new XorCsrfTokenRequestAttributeHandler());
    }

    void start(HttpServletRequest request, HttpServletResponse response, AccountId account) {
        start(request, response, account, true);
    }

    /// @param fresh whether a code or passkey was given just now
    private void start(
            HttpServletRequest request,
            HttpServletResponse response,
            AccountId account,
            boolean fresh) {
        sessions.start(request, account, fresh);
        devices.remember(request, response, signIns.mark(account));
        newToken.onAuthentication(
                new PreAuthenticatedAuthenticationToken(account.toString(), ""), request, response);
    }

    /// @param typed offered to whoever typed it and to nobody else
    /// @param left recovery codes left, or -1 when none was used
    View to(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            AccountId account,
            Optional<HeldForm> typed,
            int left) {
        start(request, response, account);
        return onward(visit, account, typed, left);
    }

    /// Vouched for by a directory. @param fresh whether it says that it asked her just now
    View vouched(
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            AccountId account,
            Optional<HeldForm> typed,
            boolean fresh) {
        start(request, response, account, fresh);
        return onward(visit, account, typed, -1);
    }

    private View onward(Visit visit, AccountId account, Optional<HeldForm> typed, int left) {
        Optional<HeldForm> held = typed.filter(f -> f.isFor(signIns.mark(account)));
        boolean isForm = held.filter(HeldForm::isForm).isPresent();
        String path = held.map(HeldForm::path).orElse("/home");
        if (!isForm && left < 0) {
            return View.to(path);
        }
        return View.staff(
                "account/signed-in",
                visit.t("account.signed-in.title"),
                new SignedInPage(
                        left, path, held.map(HeldForm::fields).orElse(Map.of()), isForm));
    }
}
