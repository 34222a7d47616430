package org.diogel.liaison;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.diogel.consent.SharingChoice;
import org.diogel.report.QueueItem;
import org.diogel.report.ReportId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was agreed and not passed on yet, some at a time; what it finds depends on who is acting.
@Repository
class WaitingStore {

    private final JdbcClient jdbc;

    WaitingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param added something she added later
    record Agreed(
            ReportId report,
            String recipient,
            SharingChoice choice,
            Instant since,
            boolean added) {
        Passing.Waiting of(QueueItem item) {
            return new Passing.Waiting(item, recipient, choice, since, added);
        }
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM liaison.waiting").query(Long.class).single();
    }

    /// Longest first.
    List<Agreed> list(long skip, int most) {
        return jdbc.sql(
                        """
                        SELECT report, recipient, choice, since, addition IS NOT NULL AS added
                          FROM liaison.waiting
                         ORDER BY since, report, recipient, addition OFFSET :skip LIMIT :most
                        """)
                .param("skip", skip)
                .param("most", most)
                .query(
                        (row, n) ->
                                new Agreed(
                                        new ReportId(row.getObject("report", UUID.class)),
                                        row.getString("recipient"),
                                        SharingChoice.valueOf(row.getString("choice")),
                                        row.getObject("since", OffsetDateTime.class).toInstant(),
                                        row.getBoolean("added")))
                .list();
    }
}
