package org.diogel.account;

import java.security.SecureRandom;
import java.util.Locale;

/// Secrets as people read and type them.
final class Letters {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Letters() {}

    /// RFC 4648 base 32 without padding, as authenticator apps take it.
    static String base32(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = buffer << 8 | b & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                out.append(BASE32.charAt(buffer >> bits & 31));
            }
        }
        if (bits > 0) {
            out.append(BASE32.charAt(buffer << 5 - bits & 31));
        }
        return out.toString();
    }

    /// @throws IllegalArgumentException for any other letter
    static byte[] fromBase32(String text) {
        byte[] out = new byte[text.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (char c : text.toCharArray()) {
            int value = BASE32.indexOf(c);
            if (value < 0) {
                throw new IllegalArgumentException("Not base 32");
            }
            buffer = buffer << 5 | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out[at++] = (byte) (buffer >> bits);
            }
        }
        return out;
    }

    /// Random letters that are not mistaken for each other, five bits each.
    static String random(int letters) {
        StringBuilder out = new StringBuilder(letters);
        for (int i = 0; i < letters; i++) {
            out.append(CROCKFORD.charAt(RANDOM.nextInt(32)));
        }
        return out.toString();
    }

    /// What was meant, however it was typed: O is 0, I and L are 1, spaces and hyphens do not count.
    static String meant(String typed) {
        return typed.replaceAll("[\\s\\u00A0-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    static String grouped(String text, int size, String between) {
        return text.replaceAll("(?<=\\G.{" + size + "})(?=.)", between);
    }
}
