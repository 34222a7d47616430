package org.diogel.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.diogel.web.Requests;
import org.springframework.stereotype.Component;

/// The way to a directory and back, in one browser: what was promised to it, and what for, travels in a
/// sealed cookie, good once and for ten minutes. A form she had filled waits in a session of its own.
@Component
class DirectoryTrip {
    private static final String COOKIE = "__Host-directory";
    private static final String USE = "directory";
    private static final String HELD = "held";
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final int FITS_A_COOKIE = 1500;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SealedTokens tokens;
    private final PublicAddress address;
    private final Budgets waiting;

    DirectoryTrip(SealedTokens tokens, PublicAddress address, java.time.Clock clock) {
        this.tokens = tokens;
        this.address = address;
        this.waiting = new Budgets(20, Duration.ofMinutes(1), clock);
    }

    /// What somebody goes there for.
    enum Purpose {
        SIGN_IN,
        LINK,
        JOIN
    }

    /// @param about account or invitation it is for; empty for signing in
    /// @param held what she was doing, sealed; may be empty
    record Trip(
            String directory,
            Purpose purpose,
            String about,
            String held,
            DirectoryTokens.Asked asked) {}

    DirectoryTokens.Asked begin(
            HttpServletRequest request,
            HttpServletResponse response,
            Directory directory,
            Purpose purpose,
            String about,
            String held) {
        String back = address.of(request) + "/sign-in/directory/" + directory.key();
        var asked = new DirectoryTokens.Asked(random(), random(), random(), back);
        boolean small = held.length() <= FITS_A_COOKIE;
        if (!small) {
            waiting.spend(org.diogel.kernel.Network.near(request.getRemoteAddr()));
            request.getSession(true).setAttribute(HELD, held);
        }
        Requests.setCookie(
                response,
                COOKIE,
                tokens.seal(
                        USE,
                        List.of(
                                directory.key(),
                                purpose.name(),
                                about,
                                small ? held : "",
                                asked.state(),
                                asked.nonce(),
                                asked.verifier(),
                                back)));
        return asked;
    }

    /// Her own trip, once; empty when this browser began none, it took too long, or another directory
    /// or an older trip answers.
    Optional<Trip> end(HttpServletRequest request, HttpServletResponse response, String key) {
        Optional<Trip> trip =
                Requests.cookie(request, COOKIE)
                        .flatMap(cookie -> tokens.open(USE, cookie, GOOD_FOR))
                        .map(texts -> trip(texts, request));
        Requests.clearCookie(response, COOKIE);
        String state = request.getParameter("state");
        return trip.filter(t -> t.directory.equals(key))
                .filter(t -> state != null && same(state, t.asked.state()));
    }

    private static Trip trip(List<String> texts, HttpServletRequest request) {
        var session = request.getSession(false);
        String held =
                session != null && session.getAttribute(HELD) instanceof String waiting
                        ? waiting
                        : texts.get(3);
        return new Trip(
                texts.get(0),
                Purpose.valueOf(texts.get(1)),
                texts.get(2),
                held,
                new DirectoryTokens.Asked(texts.get(4), texts.get(5), texts.get(6), texts.get(7)));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
