package org.diogel.report;

import java.util.Locale;
import org.diogel.web.Texts;

/// One thing of a later feature that she said may go to others, with what makes it itself: what she was
/// shown of it is part of what she agreed to.
///
/// @param what as the pages name it; its notes say how it goes
/// @param ending of its name, without a dot
/// @param size bytes as it came
/// @param copied whether a copy without hidden facts goes, and not the thing as it came
/// @param stands false where something speaks against it by now: it does not go and is not named
public record Going(Enclosed what, String ending, int size, boolean copied, boolean stands) {

    private static final int KILOBYTE = 1024;

    /// What it is, in words: its kind, its ending, its size.
    ///
    /// @param key message key of its kind
    public static String name(Texts texts, String key, String ending, int size) {
        return texts.t(
                "report.files.name",
                "kind",
                texts.t(key),
                "ending",
                ending.toUpperCase(Locale.ROOT),
                "kilobytes",
                Math.max(1, size / KILOBYTE));
    }

    /// Says nothing of what was written.
    @Override
    public String toString() {
        return "Going";
    }
}
