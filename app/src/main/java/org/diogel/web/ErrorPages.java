package org.diogel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Honest error pages. Where a form was posted, its fields come back in the page, so that one button
/// sends them again: nothing typed is lost to our fault or to a connection that went away.
@Component
final class ErrorPages {

    private final Renderer renderer;
    private final Languages languages;

    ErrorPages(Renderer renderer, Languages languages) {
        this.renderer = renderer;
        this.languages = languages;
    }

    void write(HttpServletRequest request, HttpServletResponse response, Fault fault)
            throws IOException {
        response.resetBuffer();
        HeadersFilter.set(request, response);
        if (fault.seconds() > 0) {
            response.setHeader("Retry-After", Long.toString(fault.seconds()));
        }
        Texts texts = languages.in(Requests.lang(request));
        String kind = kind(fault.status());
        ErrorPage model =
                new ErrorPage(
                        kind,
                        fault.isOurs() ? fault.reference() : "",
                        fault.seconds(),
                        request.getRequestURI(),
                        typed(request, fault.status()));
        View view =
                View.of("web/error", texts.t("web.fault." + kind + ".title"), model)
                        .status(fault.httpStatus());
        renderer.write(view, texts, request, response);
    }

    private static String kind(int status) {
        return switch (status) {
            case 400, 409, 413, 422, 429, 503 -> Integer.toString(status);
            case 401, 403 -> "session";
            case 404, 405, 406, 410 -> "404";
            default -> status < 500 ? "400" : "500";
        };
    }

    /// The posted fields worth offering again; none where a secret was typed or another site posted.
    /// Where the token was refused, the browser itself has to say that the page was ours: the button
    /// carries a right token, and must not carry another site's wishes.
    private static Map<String, List<String>> typed(HttpServletRequest request, int status) {
        boolean again = status == 403 || status == 503 || status == 500 || status == 429;
        boolean ours =
                status == 403 ? SameSite.isSurelyOurs(request) : SameSite.isOurs(request);
        if (!again || !ours || !request.getMethod().equals("POST")) {
            return Map.of();
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        try {
            for (var entry : request.getParameterMap().entrySet()) {
                if (entry.getKey().startsWith("password")) {
                    return Map.of();
                }
                if (!entry.getKey().equals("_csrf") && !entry.getKey().equals(Requests.LANG)) {
                    fields.put(entry.getKey(), List.of(entry.getValue()));
                }
            }
        } catch (IllegalStateException unreadable) {
            return Map.of();
        }
        return fields;
    }
}
