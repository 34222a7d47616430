package org.diogel.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/// Six-digit codes of an authenticator app (RFC 6238: HMAC-SHA-1, 30 seconds), accepted one step
/// early or late, since phones' clocks differ.
public final class OneTimeCodes {
    private static final int SECRET_BYTES = 20;
    private static final TimeBasedOneTimePasswordGenerator CODES =
            new TimeBasedOneTimePasswordGenerator();
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeCodes() {}

    /// What an app shows now for a secret in base 32: for the demonstration's own list of people.
    public static String current(String base32, Instant now) {
        return code(Letters.fromBase32(base32), now.getEpochSecond() / 30);
    }

    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /// The number of the 30-second step whose code this is, later than `after`; empty when it is
    /// none. A step is accepted once: the caller stores the number and passes it as `after`.
    static OptionalLong step(byte[] secret, String typed, Instant now, long after) {
        String digits = digits(typed);
        long current = now.getEpochSecond() / 30;
        for (long step = current - 1; step <= current + 1; step++) {
            if (step > after && same(code(secret, step), digits)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /// Whether somebody meant a code of six digits, and not a recovery code.
    static boolean isShapedLike(String typed) {
        return digits(typed).matches("[0-9]{1,8}");
    }

    private static String digits(String typed) {
        return typed.replaceAll("[\\s\\u00A0-]", "");
    }

    static String code(byte[] secret, long step) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(secret, "HmacSHA1"),
                    Instant.ofEpochSecond(step * 30),
                    Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("Every 20 bytes are a key", impossible);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
