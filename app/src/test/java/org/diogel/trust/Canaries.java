package org.diogel.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// Made-up secrets that occur nowhere else, the same in every run: what may be typed, and where it
/// may never be found again.
final class Canaries {

    private static final List<String> SYLLABLES =
            List.of("bra", "cwm", "dro", "fen", "gwy", "hel", "lwn", "mor", "nef", "pwl", "rhu", "syl", "tre", "wen");

    private static final Set<String> EXAMPLES = Set.of("07700 900123", "07700 900177");

    private final Random random;
    private final List<String> all = new ArrayList<>();

    Canaries(long seed) {
        random = new Random(seed);
    }

    /// Every secret given out so far.
    List<String> all() {
        return List.copyOf(all);
    }

    String name() {
        return keep(capital(word(4)) + " " + capital(word(4)));
    }

    /// In the range kept free for drama: nobody has it. Never one that pages give as an example,
    /// which is kept with the words she agreed to.
    String phone() {
        String phone;
        do {
            phone = "07700 900" + String.format(Locale.ROOT, "%03d", random.nextInt(1000));
        } while (EXAMPLES.contains(phone));
        return keep(phone);
    }

    String email() {
        return keep(word(3) + "." + word(3) + random.nextInt(1000) + "@" + word(4) + ".invalid");
    }

    /// Of a form that was never issued: the letters I and Q are where no plate has them.
    String vehicle() {
        return keep(
                "QI" + String.format(Locale.ROOT, "%02d", random.nextInt(100)) + " "
                        + "I" + (char) ('A' + random.nextInt(26)) + (char) ('A' + random.nextInt(26))
                        + (char) ('A' + random.nextInt(26)));
    }

    String narrative() {
        return keep(
                "He said " + word(5) + " by the " + word(4) + " and " + word(5) + " \"" + word(4)
                        + "\" & left");
    }

    String secret() {
        return keep(word(3) + "-" + word(3) + "-" + random.nextInt(10_000));
    }

    /// A code of the receipt's form that was never given out.
    String code() {
        String letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 28; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(letters.charAt(random.nextInt(32)));
        }
        return keep(code.toString());
    }

    /// Something that was given out to be kept secret, such as a receipt.
    String keep(String secret) {
        all.add(secret);
        return secret;
    }

    private String word(int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return word.toString();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
