package org.diogel.report;

import java.time.Instant;
import java.util.List;
import org.diogel.govuk.SummaryList;

/// What she wrote, on this one response.
///
/// @param purpose why it was opened, in words
/// @param lang the language she told it in, in words
/// @param onward where she goes from here: `screening` to answer the two questions, `pass` to pass it
///     to the safeguarding lead
/// @param later what came afterwards, oldest first
public record QueueOriginalPage(
        String path,
        String reference,
        String purpose,
        String lang,
        List<SummaryList> sections,
        List<Later> later,
        boolean mayWarn,
        String onward) {

    /// @param kind `holder.add`, `holder.answer`, `holder.correct`, `desk` or `note`
    public record Later(Instant at, String kind, String text) {}
}
