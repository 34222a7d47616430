package org.diogel.checker;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.diogel.web.Requests;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Where members check. The answer stands in the response to the form and nowhere else.
@Controller
class LookController {

    private static final String MARK = "__Host-last";

    private final Checks checks;
    private final CheckSettings settings;

    LookController(Checks checks, CheckSettings settings) {
        this.checks = checks;
        this.settings = settings;
    }

    @GetMapping("/check")
    View ask(Visit visit) {
        return new LookPages(visit.texts(), visit.form(), settings).ask(checks.left());
    }

    @PostMapping("/check")
    View check(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        Answer answer =
                checks.check(
                        visit.form().text(LookPages.WHAT),
                        Kind.read(visit.form().text(LookPages.KIND)),
                        Requests.cookie(request, MARK).orElse(""));
        if (answer instanceof Answer.Looked looked) {
            Requests.setCookie(response, MARK, looked.mark());
        }
        return new LookPages(visit.texts(), visit.form(), settings).answer(answer);
    }
}
