package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import org.diogel.kernel.Acting;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/// The walls before every page: same site, token, who is acting, and the one table of who may what.
/// Headers are the frame's (HeadersFilter); signing in is our own (SignInController).
@Configuration(proxyBeanMethods = false)
class SecurityBeans {

    @Bean
    SecurityFilterChain walls(
            HttpSecurity http,
            Authorisation authorisation,
            Sessions sessions,
            SignIns signIns,
            ProveFilter prove,
            SignInFirst first,
            CookieCsrfTokenRepository csrfTokens)
            throws Exception {
        return http.headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(
                        c ->
                                c.securityContextRepository(
                                        new RequestAttributeSecurityContextRepository()))
                .csrf(
                        c ->
                                c.csrfTokenRepository(csrfTokens)
                                        .csrfTokenRequestHandler(
                                                new XorCsrfTokenRequestAttributeHandler()))
                .addFilterBefore(new SameSiteFilter(), CsrfFilter.class)
                .addFilterBefore(
                        new ActorFilter(sessions, signIns), AnonymousAuthenticationFilter.class)
                .addFilterAfter(prove, AnonymousAuthenticationFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint(first).accessDeniedHandler(first))
                .authorizeHttpRequests(
                        a ->
                                a.anyRequest()
                                        .access(
                                                (who, context) ->
                                                        new AuthorizationDecision(
                                                                verdict(
                                                                                authorisation,
                                                                                sessions,
                                                                                context
                                                                                        .getRequest())
                                                                        == Authorisation.Verdict
                                                                                .ALLOWED)))
                .build();
    }

    private static Authorisation.Verdict verdict(
            Authorisation authorisation, Sessions sessions, HttpServletRequest request) {
        return authorisation.decide(request, Acting.who(), () -> sessions.isFresh(request));
    }

    /// It belongs behind [ActorFilter], and nowhere else.
    @Bean
    FilterRegistrationBean<ProveFilter> onlyBehindTheActor(ProveFilter prove) {
        FilterRegistrationBean<ProveFilter> registration = new FilterRegistrationBean<>(prove);
        registration.setEnabled(false);
        return registration;
    }

    /// The token lies in a cookie only this host can set, since public pages have no session; in
    /// pages it is masked anew each time.
    @Bean
    CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("__Host-csrf");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(c -> c.secure(true).httpOnly(true).sameSite("Lax"));
        return tokens;
    }

    /// Nobody signs in through the framework: without this it would make up a user of its own.
    @Bean
    AuthenticationManager noOtherWayIn() {
        return attempt -> {
            throw new ProviderNotFoundException("People sign in on Diogel's own page");
        };
    }
}
