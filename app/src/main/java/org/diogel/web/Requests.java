package org.diogel.web;

import com.ibm.icu.util.ULocale;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private static final String STAFF = Requests.class.getName() + ".staff";
    private static final String BEGAN = Requests.class.getName() + ".began";
    private static final String STAFF_PAGE = "page";
    private static final String SIGNED_IN = "person";
    private static final String NONCE = Requests.class.getName() + ".nonce";
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Each language with its writing.
    private static final Map<Lang, ULocale> WRITTEN =
            Lang.all().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    lang -> lang,
                                    lang ->
                                            ULocale.addLikelySubtags(
                                                    ULocale.forLanguageTag(lang.tag()))));

    private Requests() {}

    /// What was just chosen, what was chosen before, what the browser prefers; English otherwise.
    /// Never a language that is not offered while another is, and a pack on the public journey alone.
    public static Lang lang(HttpServletRequest request) {
        List<Lang> offered = offered(request);
        return wanted(request)
                .filter(offered::contains)
                .or(() -> preferred(request, offered))
                .or(() -> offered.stream().findFirst())
                .orElse(Lang.EN);
    }

    /// The languages this page can be read in.
    static List<Lang> offered(HttpServletRequest request) {
        LanguageGate gate = GateFilter.of(request);
        List<Lang> all = isStaff(request) ? Lang.whole() : Lang.all();
        return all.stream().filter(gate::shown).toList();
    }

    /// The pack somebody who has not signed in reads everywhere else, where this page does not exist
    /// in it.
    static Optional<Lang> wished(HttpServletRequest request) {
        if (!STAFF_PAGE.equals(request.getAttribute(STAFF))) {
            return Optional.empty();
        }
        LanguageGate gate = GateFilter.of(request);
        return wanted(request).filter(lang -> !lang.isWhole()).filter(gate::shown);
    }

    /// The page is one of those who sign in, and exists in English and Welsh alone.
    static void forStaff(HttpServletRequest request) {
        if (!isStaff(request)) {
            request.setAttribute(STAFF, STAFF_PAGE);
        }
    }

    /// Whoever asks has signed in, and reads English or Welsh on every page.
    public static void signedIn(HttpServletRequest request) {
        request.setAttribute(STAFF, SIGNED_IN);
    }

    private static boolean isStaff(HttpServletRequest request) {
        return request.getAttribute(STAFF) != null;
    }

    private static Optional<Lang> wanted(HttpServletRequest request) {
        return chosen(request).or(() -> cookie(request, LANG_COOKIE).flatMap(Lang::ofTag));
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

    /// Notes when a request came.
    static void begin(HttpServletRequest request) {
        if (request.getAttribute(BEGAN) == null) {
            request.setAttribute(BEGAN, System.nanoTime());
        }
    }

    /// By the machine's own count of nanoseconds.
    static long began(HttpServletRequest request) {
        return request.getAttribute(BEGAN) instanceof Long began ? began : System.nanoTime();
    }

    private static ResponseCookie.ResponseCookieBuilder build(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax");
    }

    private static Optional<Lang> preferred(HttpServletRequest request, List<Lang> offered) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> offered.stream().filter(lang -> isRead(lang, locale)).limit(1))
                .findFirst();
    }

    /// Whether who reads the one reads the other: the same language in the same writing, whatever the
    /// country. `zh-CN` reads `zh-Hans`, `zh-TW` does not; `pt` reads `pt-BR`.
    private static boolean isRead(Lang lang, Locale locale) {
        ULocale ours = WRITTEN.getOrDefault(lang, ULocale.ROOT);
        ULocale theirs = ULocale.addLikelySubtags(ULocale.forLocale(locale));
        return ours.getLanguage().equals(theirs.getLanguage())
                && ours.getScript().equals(theirs.getScript());
    }
}
