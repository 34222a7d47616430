package org.diogel.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Hands a controller the [Visit] of its request.
@Component
final class VisitResolver implements HandlerMethodArgumentResolver {

    private final Languages languages;

    VisitResolver(Languages languages) {
        this.languages = languages;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class;
    }

    @Override
    public Visit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder) {
        HttpServletRequest request = (HttpServletRequest) web.getNativeRequest();
        boolean posted =
                request.getMethod().equals("POST") || LanguageFilter.isSwitch(request);
        Form form = posted ? Form.of(request.getParameterMap()) : Form.empty();
        return new Visit(
                languages.in(Requests.lang(request)), form, request.getRemoteAddr());
    }
}
