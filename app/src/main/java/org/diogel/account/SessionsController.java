package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// "Where you are signed in": each session she has, to be ended one by one or all at once. ASVS 7.5.2.
@Controller
class SessionsController {
    private final Sessions sessions;

    SessionsController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/account/sessions")
    View sessions(Visit visit, HttpServletRequest request) {
        String saved = "ended".equals(request.getParameter("saved")) ? "account.sessions.ended" : "";
        var mine =
                sessions.open(request, Acting.person().account()).stream()
                        .map(o -> new SessionsPage.Mine(o.token(), o.browser().text(), o.since(), o.used(), o.here()))
                        .toList();
        return View.staff("account/sessions", visit.t("account.sessions.title"), new SessionsPage(mine, saved))
                .back("/account");
    }

    @PostMapping("/account/sessions/end")
    View end(Visit visit) {
        sessions.endOne(Acting.person().account(), visit.form().value("which"));
        return View.to("/account/sessions?saved=ended");
    }

    @PostMapping("/account/sign-out-everywhere")
    View endAll(HttpServletRequest request) {
        AccountId id = Acting.person().account();
        sessions.end(request);
        sessions.endAll(id);
        return View.to("/sign-in");
    }
}
