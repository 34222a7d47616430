package org.diogel.checker;

import java.util.List;
import java.util.Map;
import org.diogel.figures.Figure;
import org.diogel.govuk.Component;
import org.diogel.govuk.SummaryList;
import org.jspecify.annotations.Nullable;

/// The page on which a member checks, and the answer.
///
/// @param controls of the form
/// @param left looks that are left today; null where an answer said that there are none
/// @param result null before anything was asked
/// @param notice why there was no answer; empty where there was one
public record LookPage(
        List<Component<?>> controls,
        @Nullable Integer left,
        @Nullable Result result,
        List<String> notice) {

    /// @param readAs how what was typed was read, a line each
    /// @param hint what to look at again; empty for nothing
    /// @param cards the most dangerous first; empty when none was found
    /// @param sure whether any of them is surely of the same number or name
    /// @param more whether there are others
    public record Result(
            List<String> readAs,
            String hint,
            List<Found> cards,
            Figure count,
            boolean sure,
            boolean more) {}

    /// @param path of the warning itself
    public record Found(SummaryList card, String path, String title) {}

    /// Before, there, after: keys of texts.
    public Map<String, List<String>> plan() {
        return Plan.parts();
    }
}
