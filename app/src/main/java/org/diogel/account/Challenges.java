package org.diogel.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What a passkey signs: 32 random bytes, sealed into the page with what they are for and when they
/// were made, good for ten minutes. The server keeps nothing; [PasskeyStore#use] takes each once.
@Component
class Challenges {
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SealedTokens tokens;
    private final Clock clock;

    Challenges(SealedTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /// What it is for; an answer counts for nothing else.
    enum Use {
        SIGN_IN,
        PROVE,
        ADD,
        JOIN;

        private String sealed() {
            return "passkey-" + name();
        }
    }

    /// @param token goes into the form @param about whom it is for; may be empty
    /// @param made to the microsecond
    record Challenge(String token, byte[] bytes, String about, Instant made) {
        String text() {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }

        @Override
        public String toString() {
            return "Challenge";
        }
    }

    Challenge make(Use use, String about) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        Instant made = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String text = Base64.getEncoder().encodeToString(bytes);
        String token = tokens.seal(use.sealed(), List.of(text, about, made.toString()));
        return new Challenge(token, bytes, about, made);
    }

    /// Empty when it is too old, or was made for something else.
    Optional<Challenge> open(Use use, String token) {
        return tokens.open(use.sealed(), token, GOOD_FOR)
                .map(
                        texts ->
                                new Challenge(
                                        token,
                                        Base64.getDecoder().decode(texts.get(0)),
                                        texts.get(1),
                                        Instant.parse(texts.get(2))));
    }
}
