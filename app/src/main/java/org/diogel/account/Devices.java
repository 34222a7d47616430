package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.web.Requests;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Remembers, in a sealed cookie on the device itself, that somebody signed in there before. It opens
/// nothing; it only keeps that device's tries apart from a stranger's.
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
    String known(HttpServletRequest request, Optional<AccountId> account) {
        List<String> texts = read(request);
        return account.isPresent() && texts.lastIndexOf(account.get().toString()) > 0
                ? texts.getFirst()
                : "";
    }

    void remember(HttpServletRequest request, HttpServletResponse response, AccountId account) {
        List<String> old = read(request);
        List<String> texts = new ArrayList<>();
        texts.add(old.isEmpty() ? UUID.randomUUID().toString() : old.getFirst());
        texts.add(account.toString());
        old.stream()
                .skip(1)
                .filter(other -> !other.equals(account.toString()))
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
