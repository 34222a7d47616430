package org.diogel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Remembers a language just chosen. On a page with a form the switch is a button of that form: the
/// post is then answered as if the page had been asked for again, with everything typed in it and
/// nothing saved or checked.
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
final class LanguageFilter extends OncePerRequestFilter {

    private static final String SWITCH = LanguageFilter.class.getName();

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var chosen = Requests.chosen(request);
        if (chosen.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Requests.rememberLang(response, chosen.get());
        if (request.getMethod().equals("POST")) {
            request.setAttribute(SWITCH, true);
            chain.doFilter(new AskedAgain(request), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    static boolean isSwitch(HttpServletRequest request) {
        return request.getAttribute(SWITCH) != null;
    }

    private static final class AskedAgain extends HttpServletRequestWrapper {
        AskedAgain(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
