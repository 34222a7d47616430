package org.diogel.kernel;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/// Crockford's base 32: digits and capitals without I, L, O and U, so that what is read aloud or
/// copied by hand comes back the same.
public final class Crockford {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Crockford() {}

    /// @param length how many characters, five random bits each
    public static String random(int length) {
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            out.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return out.toString();
    }

    /// What was meant: capitals, without spaces and hyphens, O read as 0 and I and L as 1. Empty when
    /// a character is left that base 32 does not have.
    public static Optional<String> read(String typed) {
        StringBuilder out = new StringBuilder(typed.length());
        String capitals = typed.toUpperCase(Locale.ROOT);
        for (int i = 0; i < capitals.length(); i++) {
            char c = capitals.charAt(i);
            char meant =
                    switch (c) {
                        case 'O' -> '0';
                        case 'I', 'L' -> '1';
                        default -> c;
                    };
            if (LETTERS.indexOf(meant) >= 0) {
                out.append(meant);
            } else if (!isGap(c)) {
                return Optional.empty();
            }
        }
        return Optional.of(out.toString());
    }

    /// The value of one character, 0 to 31.
    public static int value(char letter) {
        return LETTERS.indexOf(letter);
    }

    public static char letter(int value) {
        return LETTERS.charAt(value);
    }

    private static boolean isGap(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || Character.getType(c) == Character.FORMAT;
    }
}
