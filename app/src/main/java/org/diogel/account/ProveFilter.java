package org.diogel.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.web.Form;
import org.diogel.web.Requests;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Somebody who was stopped shows again that it is she. A form she was stopped at is then taken up where
/// it was, before the walls, which decide about it as about any other; everything else is
/// [ProveController]'s.
@Component
final class ProveFilter extends OncePerRequestFilter {
    static final String PROVED = ProveFilter.class.getName() + ".proved";

    private final OwnAccount own;
    private final HeldForms held;
    private final Devices devices;
    private final Sessions sessions;
    private final Passkeys passkeys;
    private final PasskeyPlace place;

    ProveFilter(
            OwnAccount own,
            HeldForms held,
            Devices devices,
            Sessions sessions,
            Passkeys passkeys,
            PasskeyPlace place) {
        this.own = own;
        this.held = held;
        this.devices = devices;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.place = place;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isAttempt(request) || !isProved(request)) {
            chain.doFilter(request, response);
            return;
        }
        sessions.prove(request);
        request.setAttribute(PROVED, true);
        Optional<HeldForm> form =
                held.open(Form.of(request.getParameterMap()).value("held"))
                        .filter(HeldForm::isForm)
                        .filter(own::typed);
        chain.doFilter(form.isPresent() ? new TakenUp(request, form.get()) : request, response);
    }

    /// A language switch is none.
    private static boolean isAttempt(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getRequestURI().equals("/prove")
                && request.getParameter(Requests.LANG) == null
                && Acting.who() instanceof Actor.Person;
    }

    private boolean isProved(HttpServletRequest request) {
        Form form = Form.of(request.getParameterMap());
        if (form.has("answer")) {
            return place.of(request)
                    .filter(
                            here ->
                                    passkeys.isProved(
                                            here,
                                            form.value("token"),
                                            form.value("answer"),
                                            request.getRemoteAddr()))
                    .isPresent();
        }
        var from = new SignIns.From(mark -> devices.known(request, mark), request.getRemoteAddr());
        return own.isProved(form.text("code"), from);
    }
}
