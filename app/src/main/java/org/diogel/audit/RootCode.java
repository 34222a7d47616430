package org.diogel.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diogel.kernel.Crockford;
import org.diogel.ledger.Hash;

/// The first 160 bits of a root in base 32, in fours: short enough for minutes of a meeting, and too
/// long for anybody to find another record that begins the same.
///
/// @param size of the record it is of
/// @param code eight fours
record RootCode(long size, String code) {

    private static final int FOURS = 8;
    private static final int FOUR = 4;
    private static final int BITS = 5;

    private static final Pattern CODE =
            Pattern.compile("(?<![0-9A-Za-z-])(?:[0-9A-Za-z]{4}[-\u2010\u2011\u2013 ]){7}[0-9A-Za-z]{4}(?![0-9A-Za-z])");

    /// The first number that is no time of day, with or without marks between its thousands.
    private static final Pattern SIZE =
            Pattern.compile("(?<![0-9A-Za-z:-])([0-9]{1,3}(?:[,.\u00a0\u202f ][0-9]{3})+|[0-9]+)(?![0-9A-Za-z]|:[0-9])");

    static String of(Hash root) {
        byte[] bytes = root.bytes();
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < FOURS * FOUR; i++) {
            if (i > 0 && i % FOUR == 0) {
                code.append('-');
            }
            int value = 0;
            for (int bit = i * BITS; bit < (i + 1) * BITS; bit++) {
                value = value << 1 | bytes[bit / 8] >> 7 - bit % 8 & 1;
            }
            code.append(Crockford.letter(value));
        }
        return code.toString();
    }

    /// A line as it was printed, in whatever language. Empty when there is no size or no code in it.
    static Optional<RootCode> read(String line) {
        String one = line.strip().replaceAll("\\s+", " ");
        Matcher code = CODE.matcher(one);
        int end = -1;
        String found = "";
        while (code.find()) {
            end = code.start();
            found = code.group();
        }
        if (end < 0) {
            return Optional.empty();
        }
        Matcher size = SIZE.matcher(one.substring(0, end));
        Optional<String> letters = Crockford.read(found);
        if (!size.find() || letters.isEmpty()) {
            return Optional.empty();
        }
        String digits = size.group().replaceAll("[^0-9]", "");
        return digits.length() > 15
                ? Optional.empty()
                : Optional.of(
                        new RootCode(Long.parseLong(digits), letters.get().replaceAll("(.{4})(?=.)", "$1-")));
    }

    boolean isOf(Hash root) {
        return of(root).equals(code);
    }
}
