package org.diogel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Tells every later part of the request which languages are offered.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class GateFilter extends OncePerRequestFilter {

    private static final String GATE = GateFilter.class.getName();

    private final ObjectProvider<LanguageGate> gates;

    GateFilter(ObjectProvider<LanguageGate> gates) {
        this.gates = gates;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(GATE, gates.getIfAvailable(() -> LanguageGate.OPEN));
        chain.doFilter(request, response);
    }

    static LanguageGate of(HttpServletRequest request) {
        return request.getAttribute(GATE) instanceof LanguageGate gate ? gate : LanguageGate.OPEN;
    }
}
