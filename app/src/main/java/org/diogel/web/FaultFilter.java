package org.diogel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// The one place where something that went wrong becomes a page. Whatever a later filter, controller
/// or the database throws, and every `sendError`, is answered here: in the person's language, saying
/// whether what was typed is safe, and offering it again. It needs neither session nor database.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class FaultFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FaultFilter.class);
    private static final long LARGEST_FORM = 1_048_576;

    private final ErrorPages pages;
    private final List<UploadRoute> uploads;

    FaultFilter(ErrorPages pages, ObjectProvider<UploadRoute> uploads) {
        this.pages = pages;
        this.uploads = uploads.orderedStream().toList();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest asked, HttpServletResponse response, FilterChain chain)
            throws IOException {
        boolean upload = UploadRequest.isOne(asked, uploads);
        HttpServletRequest request = upload ? new UploadRequest(asked) : asked;
        if (!upload && request.getContentLengthLong() > LARGEST_FORM) {
            pages.write(request, response, Fault.of(413));
            return;
        }
        Noting noting = new Noting(response);
        Fault fault;
        try {
            chain.doFilter(request, noting);
            fault = noting.status == 0 ? null : Fault.of(noting.status);
        } catch (Throwable thrown) {
            fault = Fault.of(thrown);
            if (fault.isOurs()) {
                LOG.error("Fault {} answered {}", fault.reference(), fault.status(), thrown);
            }
        }
        if (fault != null && !response.isCommitted()) {
            pages.write(request, response, fault);
        }
    }

    /// Notes an error status instead of letting the container write its own page.
    private static final class Noting extends HttpServletResponseWrapper {
        private int status;

        Noting(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int code) {
            status = code;
        }

        @Override
        public void sendError(int code, String message) {
            status = code;
        }
    }
}
