package org.diogel.alert;

import java.util.List;
import org.diogel.govuk.Pagination;
import org.jspecify.annotations.Nullable;

/// The warnings of one agency, what needs doing first; or only those that ended.
///
/// @param all those that count or will, a page of them
/// @param ended the latest first
/// @param way to the other pages of `all`, or of `ended` where those alone are shown
/// @param more where all that ended are listed; empty where they stand here
public record WarningsPage(
        boolean onlyEnded,
        List<AlertRow> all,
        List<AlertRow> ended,
        @Nullable Pagination way,
        String more) {

    /// Those one person published, and nobody joined yet; then those that wait for a second person.
    public List<AlertRow> waiting() {
        return all.stream()
                .filter(row -> row.isUnconfirmed() || row.state() == AlertState.PROPOSED)
                .toList();
    }

    public List<AlertRow> drafts() {
        return in(AlertState.DRAFT);
    }

    public List<AlertRow> inForce() {
        return in(AlertState.PUBLISHED).stream().filter(row -> !row.isUnconfirmed()).toList();
    }

    private List<AlertRow> in(AlertState state) {
        return all.stream().filter(row -> row.state() == state).toList();
    }
}
