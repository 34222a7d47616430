package org.diogel.report;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.diogel.kernel.Crockford;

/// What brings somebody back to a report: 26 random characters of Crockford's base 32 (130 bits) and
/// two that check them, so that a slip of the pen is told from a wrong code. It is stored nowhere;
/// only its keyed hash is.
///
/// @param letters 28 characters, no spaces
public record ReceiptCode(String letters) {

    private static final int RANDOM = 26;
    private static final int LENGTH = 28;
    /// The largest prime below 1024 = 32²: every change of one letter and every swap of two changes
    /// the remainder.
    private static final int MODULUS = 1021;

    public ReceiptCode {
        if (letters.length() != LENGTH) {
            throw new IllegalArgumentException("A code has 28 characters");
        }
    }

    public static ReceiptCode random() {
        String random = Crockford.random(RANDOM);
        return new ReceiptCode(random + check(random));
    }

    /// What was meant by something typed: capitals or not, with spaces, hyphens, O for 0, I or L for
    /// 1. Empty when it cannot be a code.
    public static Optional<ReceiptCode> read(String typed) {
        if (typed.length() > 200) {
            return Optional.empty();
        }
        return Crockford.read(typed)
                .filter(text -> text.length() == LENGTH)
                .filter(text -> text.substring(RANDOM).equals(check(text.substring(0, RANDOM))))
                .map(ReceiptCode::new);
    }

    /// In sevens of four, as it is shown: `7Q2M K4TD …`.
    public String spaced() {
        return letters.replaceAll("(.{4})(?=.)", "$1 ");
    }

    byte[] bytes() {
        return letters.getBytes(StandardCharsets.US_ASCII);
    }

    private static String check(String text) {
        int rest = 0;
        for (int i = 0; i < text.length(); i++) {
            rest = (rest * 32 + Crockford.value(text.charAt(i)) + 1) % MODULUS;
        }
        return "" + Crockford.letter(rest / 32) + Crockford.letter(rest % 32);
    }

    /// Says nothing: a code must never reach a log.
    @Override
    public String toString() {
        return "ReceiptCode";
    }
}
