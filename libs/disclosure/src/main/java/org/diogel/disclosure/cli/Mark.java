package org.diogel.disclosure.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diogel.disclosure.Published;
import org.diogel.disclosure.Published.Shown;
import org.jspecify.annotations.Nullable;

/// What stands in a cell of a published table: a count, a percentage, or a mark that one is hidden.
///
/// @param share the percentage, where it is one
record Mark(Shown shown, long low, long high, @Nullable BigDecimal share) {

    static final Mark ABSENT = new Mark(Shown.ABSENT, 0, Published.UNLIMITED, null);

    private static final Mark HIDDEN = new Mark(Shown.HIDDEN, 0, Published.UNLIMITED, null);
    private static final Set<String> HIDES = Set.of("", "[c]", "c", "*", "..");
    private static final Pattern BELOW = Pattern.compile("<\\s*(\\d{1,9})");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,9})?)\\s*%?");

    /// @param percent whether numbers here are percentages though no sign stands behind them
    /// @return null when it is none of these
    static @Nullable Mark of(String text, boolean percent) {
        if (HIDES.contains(text.toLowerCase(Locale.ROOT))) {
            return HIDDEN;
        }
        Matcher below = BELOW.matcher(text);
        if (below.matches()) {
            long bound = Long.parseLong(below.group(1));
            return bound == 0 ? null : new Mark(Shown.HIDDEN, 0, bound - 1, null);
        }
        if (percent || text.endsWith("%")) {
            Matcher share = SHARE.matcher(text);
            if (!share.matches()) {
                return null;
            }
            BigDecimal printed = new BigDecimal(share.group(1).replace(',', '.'));
            return printed.compareTo(BigDecimal.valueOf(100)) > 0
                    ? null
                    : new Mark(Shown.SHARE, 0, Published.UNLIMITED, printed);
        }
        OptionalLong count = Counts.parse(text);
        return count.isEmpty() ? null : count(count.getAsLong());
    }

    static Mark count(long count) {
        return new Mark(Shown.COUNT, count, count, null);
    }

    boolean isCount() {
        return shown == Shown.COUNT;
    }

    boolean isShare() {
        return shown == Shown.SHARE;
    }

    static String whyNot(String text) {
        return text.endsWith("%")
                ? "The percentage " + text + " is not a number from 0 to 100."
                : Counts.whyNot(text) + " Hidden counts are empty, [c], c, *, .. or as <5.";
    }
}
