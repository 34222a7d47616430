package org.diogel.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diogel.kernel.Lang;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// What a request says about itself: its language, its nonce, its cookies.
public final class Requests {

    /// The button or link that switches the language sends this parameter.
    public static final String LANG = "lang";

    /// Only this host can have set a cookie of such a name.
    private static final String OURS = "__Host-";

    private static final String LANG_COOKIE = OURS + "lang";
    private static final String NONCE = Requests.class.getName() + ".nonce";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Requests() {}

    /// What was just chosen, what was chosen before, what the browser prefers; English otherwise.
    /// Never a language that is not offered while another is.
    public static Lang lang(HttpServletRequest request) {
        LanguageGate gate = GateFilter.of(request);
        return chosen(request)
                .or(() -> cookie(request, LANG_COOKIE).flatMap(Lang::ofTag))
                .filter(gate::shown)
                .or(() -> preferred(request).filter(gate::shown))
                .or(() -> Arrays.stream(Lang.values()).filter(gate::shown).findFirst())
                .orElse(Lang.EN);
    }

    static Optional<Lang> chosen(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getParameter(LANG)).flatMap(Lang::ofTag);
        } catch (IllegalStateException unreadable) {
            // Garbled or too large: that is being answered, in the language chosen before.
            return Optional.empty();
        }
    }

    public static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /// Every cookie of ours that came along.
    static Set<String> cookieNames(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Set.of()
                : Arrays.stream(cookies)
                        .map(Cookie::getName)
                        .filter(name -> name.startsWith(OURS))
                        .collect(Collectors.toSet());
    }

    /// Sets a cookie no script can read, gone when the browser closes.
    ///
    /// @param name begins with `__Host-`
    public static void setCookie(HttpServletResponse response, String name, String value) {
        response.addHeader(HttpHeaders.SET_COOKIE, build(name, value).build().toString());
    }

    public static void clearCookie(HttpServletResponse response, String name) {
        response.addHeader(HttpHeaders.SET_COOKIE, build(name, "").maxAge(0).build().toString());
    }

    /// Answers in this language from now on.
    public static void rememberLang(HttpServletResponse response, Lang lang) {
        setCookie(response, LANG_COOKIE, lang.tag());
    }

    /// 128 random bits, new for each response.
    static String nonce(HttpServletRequest request) {
        if (request.getAttribute(NONCE) instanceof String nonce) {
            return nonce;
        }
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        return nonce;
    }

    private static ResponseCookie.ResponseCookieBuilder build(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax");
    }

    private static Optional<Lang> preferred(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Optional.empty();
        }
        for (Locale locale : Collections.list(request.getLocales())) {
            Optional<Lang> lang = Lang.ofTag(locale.getLanguage());
            if (lang.isPresent()) {
                return lang;
            }
        }
        return Optional.empty();
    }
}
