package org.diogel.consent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Keeps the form shut while nobody would read what is sent ([Opening]): it cannot be begun. Whoever
/// has begun goes on, saves, sends or throws away, and coming back with a code and taking back stay
/// open: nobody is ever locked out of what she wrote.
@Component
class NotOpenInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    private final Opening opening;

    NotOpenInterceptor(Opening opening) {
        this.opening = opening;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/", "/tell");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (opening.isOpen()) {
            return true;
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, "/not-open");
        return false;
    }
}
