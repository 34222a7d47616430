package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diogel.web.Requests;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Remembers, in a sealed cookie on the device itself, that somebody signed in there before. It opens
/// nothing; it only keeps that device's tries apart from a stranger's, and what was typed there for
/// whoever typed it. The cookie holds marks (keyed hashes of addresses), so that a try is known for
/// what it is before the database is asked.
@Component
class Devices {
    private static final String COOKIE = "__Host-device";
    private static final String USE = "device";
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int MOST_ACCOUNTS = 5;

    private final SealedTokens tokens;

    Devices(SealedTokens tokens) {
        this.tokens = tokens;
    }

    /// The device's id when this account signed in there before, else an empty text.
    String known(HttpServletRequest request, String mark) {
        List<String> texts = read(request);
        return texts.lastIndexOf(mark) > 0 ? texts.getFirst() : "";
    }

    /// The mark of whoever signed in there last; an empty text when nobody did.
    String last(HttpServletRequest request) {
        List<String> texts = read(request);
        return texts.size() > 1 ? texts.get(1) : "";
    }

    void remember(HttpServletRequest request, HttpServletResponse response, String mark) {
        List<String> old = read(request);
        List<String> texts = new ArrayList<>();
        texts.add(old.isEmpty() ? UUID.randomUUID().toString() : old.getFirst());
        texts.add(mark);
        old.stream()
                .skip(1)
                .filter(other -> !other.equals(mark))
                .limit(MOST_ACCOUNTS - 1)
                .forEach(texts::add);
        ResponseCookie cookie =
                ResponseCookie.from(COOKIE, tokens.seal(USE, texts))
                        .path("/")
                        .secure(true)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(KEPT)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private List<String> read(HttpServletRequest request) {
        return Requests.cookie(request, COOKIE)
                .flatMap(token -> tokens.open(USE, token, KEPT))
                .orElse(List.of());
    }
}
