package org.diogel.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the desk has to be told of: reports that wait for a decision, and news.
@Repository
class AlarmStore {

    /// A report that waits for a decision. @param agency whose safeguarding leads are told
    record Undecided(ReportId report, UUID agency) {}

    /// A desk where something is new. @param held with its safeguarding lead, not its moderators
    record Desk(UUID agency, boolean held) {}

    private final JdbcClient jdbc;

    AlarmStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those whose alarm rang before `rung`, or never, and that nobody opened, or only before `opened`.
    List<Undecided> undecided(Instant rung, Instant opened) {
        return jdbc.sql(
                        """
                        SELECT id, agency FROM report.report
                         WHERE state = 'WAITING'
                           AND (alarmed_at IS NULL OR alarmed_at < :rung)
                           AND (first_opened IS NULL OR first_opened < :opened)
                         ORDER BY sent_at LIMIT 2000
                        """)
                .param("rung", ReportStore.utc(rung))
                .param("opened", ReportStore.utc(opened))
                .query(
                        (row, n) ->
                                new Undecided(
                                        new ReportId(row.getObject("id", UUID.class)),
                                        row.getObject("agency", UUID.class)))
                .list();
    }

    /// False when it rang, or was decided, in the meantime.
    boolean noteAlarm(ReportId report, Instant rung, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE report.report SET alarmed_at = :now
                                 WHERE id = :id AND state = 'WAITING'
                                   AND (alarmed_at IS NULL OR alarmed_at < :rung)
                                """)
                        .param("id", report.value())
                        .param("rung", ReportStore.utc(rung))
                        .param("now", ReportStore.utc(now))
                        .update()
                == 1;
    }

    boolean isUndecided(UUID report, Instant opened) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM report.report
                                 WHERE id = :id AND state = 'WAITING'
                                   AND (first_opened IS NULL OR first_opened < :opened))
                        """)
                .param("id", report)
                .param("opened", ReportStore.utc(opened))
                .query(Boolean.class)
                .single();
    }

    /// Desks where something arrived, was added or became late that nobody was told of.
    List<Desk> news(Instant now) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT agency, state IN ('WAITING', 'HELD') AS held
                          FROM report.report
                         WHERE state <> 'DRAFT' AND erase_after IS NULL
                           AND (untold OR (state = 'SENT' AND first_opened IS NULL
                               AND NOT late_told AND due_at < :now))
                        """)
                .param("now", ReportStore.utc(now))
                .query(
                        (row, n) ->
                                new Desk(
                                        row.getObject("agency", UUID.class),
                                        row.getBoolean("held")))
                .list();
    }

    /// False when there is nothing to tell any more. What somebody is changing right now waits.
    boolean noteTold(Desk desk, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE report.report
                                   SET untold = false,
                                       late_told = late_told OR (state = 'SENT'
                                           AND first_opened IS NULL AND due_at < :now)
                                 WHERE id IN (SELECT id FROM report.report
                                         WHERE agency = :agency AND state <> 'DRAFT'
                                           AND (state IN ('WAITING', 'HELD')) = :held
                                           AND erase_after IS NULL
                                           AND (untold OR (state = 'SENT' AND first_opened IS NULL
                                               AND NOT late_told AND due_at < :now))
                                           FOR UPDATE SKIP LOCKED)
                                """)
                        .param("agency", desk.agency())
                        .param("held", desk.held())
                        .param("now", ReportStore.utc(now))
                        .update()
                > 0;
    }

    /// Whether anything lies unread at a desk.
    boolean waits(UUID agency, boolean held) {
        return jdbc.sql("SELECT report.desk_waits(:agency, :held)")
                .param("agency", agency)
                .param("held", held)
                .query(Boolean.class)
                .single();
    }
}
