package org.diogel.report;

import java.util.List;
import org.diogel.figures.Figure;

/// The queue: what waits for the safeguarding lead, the filters, the rows.
///
/// @param alarms for the safeguarding lead only
/// @param filters the current one has an empty path
/// @param regions as `filters`; empty when there is nothing to choose between
/// @param empty why there is no row, when there is none
/// @param done what was just done, or empty
public record QueuePage(
        List<Alarm> alarms,
        List<Filter> filters,
        List<Filter> regions,
        List<Row> rows,
        String empty,
        String done) {

    /// @param path where the lead decides
    public record Alarm(String path, String reference, String why, String age, String due) {}

    public record Filter(String path, String text, Figure count) {}

    /// @param severity `dangerous`, `risky`, `nuisance`, or empty when it was not said or is hidden
    /// @param due in words
    /// @param notes short words beside the state
    public record Row(
            String path,
            String reference,
            String severity,
            String severityText,
            String region,
            String age,
            String due,
            boolean overdue,
            String state,
            List<String> notes) {}
}
