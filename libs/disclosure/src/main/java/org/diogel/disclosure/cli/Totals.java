package org.diogel.disclosure.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Tells which label of a table is its total: `Total`, `All`, one that begins so, or the one that
/// was named.
final class Totals {

    private Totals() {}

    /// @param labels those of rows, of columns, or the codes of a dimension
    /// @param named what the total was said to be, if anything
    /// @param option how to name it
    /// @param known labels that a hierarchy or geography explains
    /// @param refusal makes the refusal of a sentence
    /// @return null when there is no total
    static @Nullable String find(
            Collection<String> labels,
            @Nullable String named,
            String option,
            Predicate<String> known,
            java.util.function.Function<String, Unusable> refusal) {
        if (named != null) {
            if (!labels.contains(named)) {
                throw refusal.apply(
                        "Nothing here is called " + named + ", as " + option + " says.");
            }
            return named;
        }
        List<String> likely = labels.stream().filter(l -> looksTotal(l) && !known.test(l)).toList();
        if (likely.size() > 1) {
            throw refusal.apply(
                    String.join(" and ", likely)
                            + " all look like totals. Name the one of"
                            + " everything with "
                            + option
                            + ", or say with --hierarchy what each"
                            + " is made of.");
        }
        return likely.isEmpty() ? null : likely.getFirst();
    }

    private static boolean isPlain(String label) {
        return label.equalsIgnoreCase("total") || label.equalsIgnoreCase("all");
    }

    /// "All other areas" is never everything.
    private static boolean looksTotal(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        return isPlain(label)
                || lower.startsWith("total ")
                || (lower.startsWith("all ") && !lower.startsWith("all other"));
    }
}
