package org.diogel.disclosure.cli;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Counts as people write them: `7`, `1234`, `1,234`.
final class Counts {

    /// Above it no count of people lies, and below it all arithmetic here is exact.
    static final long LARGEST = 1_000_000_000_000L;

    private static final Pattern WHOLE = Pattern.compile("\\d+|\\d{1,3}(,\\d{3})+");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d*[.,]\\d+|-?\\d+[.,]");
    private static final Pattern NEGATIVE = Pattern.compile("[-\u2212]\\s*[\\d.,]+");

    private Counts() {}

    /// Empty when the text is no whole number from 0 to the largest.
    static OptionalLong parse(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        String digits = text.replace(",", "");
        if (digits.length() > 18) {
            return OptionalLong.empty();
        }
        long count = Long.parseLong(digits);
        return count <= LARGEST ? OptionalLong.of(count) : OptionalLong.empty();
    }

    /// What is wrong with a text that is no count.
    static String whyNot(String text) {
        if (text.isEmpty()) {
            return "The count is missing.";
        }
        if (NEGATIVE.matcher(text).matches()) {
            return "The count " + text + " is negative.";
        }
        if (DECIMAL.matcher(text).matches()) {
            return "The count " + text + " is not a whole number.";
        }
        if (WHOLE.matcher(text).matches()) {
            return "The count " + text + " is larger than 1,000,000,000,000.";
        }
        return "\"" + text + "\" is not a count.";
    }
}
