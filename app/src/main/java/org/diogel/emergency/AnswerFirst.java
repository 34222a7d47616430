package org.diogel.emergency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Whoever opened something in an emergency, and has not said what she did with it though the time is over,
/// is led there before she opens anything else of the desk.
@Component
class AnswerFirst implements HandlerInterceptor, WebMvcConfigurer {

    private final Emergencies emergencies;

    AnswerFirst(Emergencies emergencies) {
        this.emergencies = emergencies;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/queue", "/queue/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!Acting.isBound() || !(Acting.who() instanceof Actor.Person)) {
            return true;
        }
        return emergencies
                .findUnderReview()
                .filter(opening -> opening.state().equals("answer"))
                .map(
                        opening -> {
                            response.setStatus(HttpStatus.SEE_OTHER.value());
                            response.setHeader(
                                    HttpHeaders.LOCATION, EmergencyPages.path(opening.row().id()) + "/answer");
                            return false;
                        })
                .orElse(true);
    }
}
