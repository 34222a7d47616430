package org.diogel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// "Leave this page": the session and every cookie end, and another site takes the page's place. It
/// is a plain link, so that it works before anything else on the page does. Cookies are taken away by
/// name as well, for browsers that do not know `Clear-Site-Data`.
@Controller
class LeaveController {

    private final Brand brand;

    LeaveController(Brand brand) {
        this.brand = brand;
    }

    @GetMapping("/leave")
    void leave(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Requests.cookieNames(request).forEach(name -> Requests.clearCookie(response, name));
        // Not "cache": nothing is stored there, and Chromium takes seconds to clear it.
        response.setHeader("Clear-Site-Data", "\"cookies\", \"storage\"");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", brand.exit());
        response.setContentLength(0);
        response.flushBuffer();
        end(request);
    }

    /// Only once she is on her way: a database that does not answer must not hold her here. Without
    /// its cookie the session is nobody's, and ends by itself.
    private static void end(HttpServletRequest request) {
        try {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        } catch (RuntimeException gone) {
            return;
        }
    }
}
