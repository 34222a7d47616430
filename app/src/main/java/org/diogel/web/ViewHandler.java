package org.diogel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Lets a controller answer with a [View].
@Component
final class ViewHandler implements HandlerMethodReturnValueHandler {

    private final Renderer renderer;
    private final Languages languages;

    ViewHandler(Renderer renderer, Languages languages) {
        this.renderer = renderer;
        this.languages = languages;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return View.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest web)
            throws Exception {
        if (!(value instanceof View view)) {
            throw new IllegalStateException("A page method answered with nothing");
        }
        container.setRequestHandled(true);
        HttpServletRequest request = (HttpServletRequest) web.getNativeRequest();
        HttpServletResponse response = (HttpServletResponse) web.getNativeResponse();
        if (response == null) {
            throw new IllegalStateException("There is nobody to answer");
        }
        if (view.leadsOn()) {
            response.setStatus(view.status().value());
            response.setHeader("Location", view.title());
            return;
        }
        if (view.model() instanceof Download file) {
            file.write(response);
            return;
        }
        renderer.write(view, languages.in(Requests.lang(request)), request, response);
    }
}
