package org.diogel.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.NavItem;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Turns a view into HTML. A page is rendered whole before its first byte is sent, so that a fault
/// in a template is still answered with an error page.
@Component
final class Renderer {

    private final TemplateEngine engine;
    private final Brand brand;
    private final Assets assets;
    private final List<NavItem> nav;
    private final Languages languages;

    Renderer(
            TemplateEngine engine,
            Brand brand,
            Assets assets,
            List<NavItem> nav,
            Languages languages) {
        this.languages = languages;
        this.engine = engine;
        this.brand = brand;
        this.assets = assets;
        this.nav = nav.stream().sorted(Comparator.comparingInt(NavItem::order)).toList();
    }

    void write(View view, Texts texts, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        List<NavItem> shown = shownTo();
        Page page =
                new Page(
                        view,
                        texts,
                        brand,
                        assets,
                        Requests.nonce(request),
                        csrf(request),
                        request.getRequestURI(),
                        !shown.isEmpty(),
                        view.kind() == View.Kind.STAFF ? shown : List.of(),
                        GateFilter.of(request),
                        Requests.offered(request),
                        Requests.wished(request).map(languages::in));
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(view.template() + ".jte", Map.of("page", page, "model", view.model()), output);
        response.setStatus(view.status().value());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Language", texts.lang().tag());
        Even even = view.even();
        if (even == null) {
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
            return;
        }
        byte[] filled = Even.encode(even.fill(output.toByteArray()), request, response);
        response.setContentLength(filled.length);
        even.await(request);
        response.getOutputStream().write(filled);
    }

    private List<NavItem> shownTo() {
        if (Acting.isBound() && Acting.who() instanceof Actor.Person person) {
            return nav.stream()
                    .filter(i -> i.roles().isEmpty() || i.roles().stream().anyMatch(person::has))
                    .toList();
        }
        return List.of();
    }

    private static Page.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Page.Csrf(token.getParameterName(), token.getToken())
                : new Page.Csrf("_csrf", "");
    }

    /// Templates are compiled with the application; nothing is compiled while it runs.
    static TemplateEngine precompiled() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }
}
