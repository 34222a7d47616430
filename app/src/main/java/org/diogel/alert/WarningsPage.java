package org.diogel.alert;

import java.util.List;

/// All warnings of one agency, what needs doing first.
///
/// @param all newest first
public record WarningsPage(List<AlertRow> all) {

    /// Those one person published, and nobody joined yet; then those that wait for a second person.
    public List<AlertRow> waiting() {
        return all.stream()
                .filter(row -> row.isUnconfirmed() || row.state() == AlertState.PROPOSED)
                .sorted((a, b) -> Boolean.compare(b.isUnconfirmed(), a.isUnconfirmed()))
                .toList();
    }

    public List<AlertRow> drafts() {
        return in(AlertState.DRAFT);
    }

    public List<AlertRow> inForce() {
        return in(AlertState.PUBLISHED).stream().filter(row -> !row.isUnconfirmed()).toList();
    }

    public List<AlertRow> ended() {
        return all.stream()
                .filter(row -> row.endedAt() != null)
                .limit(30)
                .toList();
    }

    private List<AlertRow> in(AlertState state) {
        return all.stream().filter(row -> row.state() == state).toList();
    }
}
