package org.diogel.report;

import java.util.List;
import org.diogel.figures.Figure;
import org.diogel.govuk.Pagination;
import org.jspecify.annotations.Nullable;

/// The queue: what waits for the safeguarding lead, the filters, the rows.
///
/// @param alarms for the safeguarding lead only, as many as a page holds
/// @param waiting how many wait for the lead in all
/// @param more where all that waits is listed, or empty where all of it stands in `alarms`
/// @param filters the current one has an empty path
/// @param regions as `filters`; empty when there is nothing to choose between
/// @param way to the other pages
/// @param empty why there is no row, when there is none
/// @param done what was just done, or empty
public record QueuePage(
        List<Alarm> alarms,
        Figure waiting,
        String more,
        List<Filter> filters,
        List<Filter> regions,
        List<Row> rows,
        @Nullable Pagination way,
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
