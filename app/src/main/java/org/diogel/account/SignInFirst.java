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
/// comes along; whoever is, and may not, finds nothing there.
@Component
class SignInFirst implements AuthenticationEntryPoint, AccessDeniedHandler {
    static final String HELD = SignInFirst.class.getName() + ".held";
    static final String ENDED = SignInFirst.class.getName() + ".ended";

    private final Authorisation authorisation;
    private final HeldForms held;
    private final Devices devices;
    private final Audit audit;

    SignInFirst(Authorisation authorisation, HeldForms held, Devices devices, Audit audit) {
        this.authorisation = authorisation;
        this.held = held;
        this.devices = devices;
        this.audit = audit;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (authorisation.decide(request, Acting.who()) == Authorisation.Verdict.HIDDEN) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getMethod().equals("POST")) {
            keepWhatWasTyped(request, response);
        } else {
            String query = request.getQueryString();
            String path = request.getRequestURI() + (query == null ? "" : "?" + query);
            String to = held.hold(HeldForm.of("GET", path, "", Map.of()));
            String ended = hadSession(request) ? "&ended=1" : "";
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/sign-in?to=" + to + ended);
        }
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (Acting.isBound()) {
            audit.recordDenied(AuditEntry.of("page.refused", "page", null));
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /// The sign-in page in answer to a form, with the form in it. Whoever signed in last in this
    /// browser typed it: a session begins nowhere else than where the device is remembered.
    private void keepWhatWasTyped(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        HeldForm typed =
                HeldForm.of(
                        "POST",
                        request.getRequestURI(),
                        devices.last(request),
                        request.getParameterMap());
        request.setAttribute(HELD, held.hold(typed));
        request.setAttribute(ENDED, hadSession(request));
        request.getRequestDispatcher("/sign-in")
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
