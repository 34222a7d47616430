package org.diogel.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.web.Requests;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/// What a request gets that may not go on. Whoever is not signed in is asked to, and what was typed
/// comes along. So it does for whoever has to show again that it is she. Whoever may not at all finds
/// nothing there.
@Component
class SignInFirst implements AuthenticationEntryPoint, AccessDeniedHandler {
    static final String HELD = SignInFirst.class.getName() + ".held";
    static final String ENDED = SignInFirst.class.getName() + ".ended";

    private final Authorisation authorisation;
    private final Sessions sessions;
    private final SignIns signIns;
    private final HeldForms held;
    private final Devices devices;
    private final Audit audit;

    SignInFirst(
            Authorisation authorisation,
            Sessions sessions,
            SignIns signIns,
            HeldForms held,
            Devices devices,
            Audit audit) {
        this.authorisation = authorisation;
        this.sessions = sessions;
        this.signIns = signIns;
        this.held = held;
        this.devices = devices;
        this.audit = audit;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (verdict(request) == Authorisation.Verdict.HIDDEN) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getMethod().equals("POST")) {
            // Whoever signed in last in this browser typed it: a session begins nowhere else than
            // where the device is remembered.
            keepWhatWasTyped(request, response, devices.last(request), "/sign-in");
        } else {
            String ended = hadSession(request) ? "&ended=1" : "";
            sendTo(response, "/sign-in?to=" + whereSheWent(request) + ended);
        }
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        if (why instanceof CsrfException) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (Acting.isBound() && verdict(request) == Authorisation.Verdict.PROVE) {
            if (request.getMethod().equals("POST") && !Authorisation.isSwitch(request)) {
                String hers = signIns.mark(Acting.person().account());
                keepWhatWasTyped(request, response, hers, "/prove");
            } else {
                sendTo(response, "/prove?to=" + whereSheWent(request));
            }
            return;
        }
        if (Acting.isBound()) {
            audit.recordDenied(AuditEntry.of("page.refused", "page", null));
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private Authorisation.Verdict verdict(HttpServletRequest request) {
        return authorisation.decide(request, Acting.who(), () -> sessions.isFresh(request));
    }

    private String whereSheWent(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        return held.hold(HeldForm.of("GET", path, "", Map.of()));
    }

    private static void sendTo(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }

    /// A page that asks, in answer to a form, with the form in it.
    ///
    /// @param owner mark of whoever typed it @param asking path of that page
    private void keepWhatWasTyped(
            HttpServletRequest request,
            HttpServletResponse response,
            String owner,
            String asking)
            throws IOException, ServletException {
        HeldForm typed =
                HeldForm.of(
                        "POST",
                        request.getRequestURI(),
                        owner,
                        request.getParameterMap());
        request.setAttribute(HELD, held.hold(typed));
        request.setAttribute(ENDED, hadSession(request));
        request.getRequestDispatcher(asking)
                .forward(
                        new HttpServletRequestWrapper(request) {
                            @Override
                            public String getMethod() {
                                return "GET";
                            }
                        },
                        response);
    }

    private static boolean hadSession(HttpServletRequest request) {
        return Requests.cookie(request, Sessions.COOKIE).isPresent();
    }
}
