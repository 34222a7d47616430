package org.diogel.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CorrectionStore {

    private final JdbcClient jdbc;

    CorrectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Correction> of(ReportId report) {
        return jdbc.sql(
                        """
                        SELECT addition, outcome, answer, at FROM report.correction
                         WHERE report = :report ORDER BY at
                        """)
                .param("report", report.value())
                .query(
                        (row, n) ->
                                new Correction(
                                        row.getObject("addition", UUID.class),
                                        Correction.Outcome.valueOf(
                                                row.getString("outcome").toUpperCase(Locale.ROOT)),
                                        row.getObject("answer", UUID.class),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// The oldest thing she said is wrong that nobody has answered.
    Optional<Asked> oldestOpen(ReportId report) {
        return jdbc.sql(
                        """
                        SELECT a.id, a.at FROM report.addition a
                         WHERE a.report = :report AND a.author = 'holder' AND a.kind = 'correct'
                           AND NOT EXISTS (SELECT 1 FROM report.correction c WHERE c.addition = a.id)
                         ORDER BY a.at, a.id LIMIT 1
                        """)
                .param("report", report.value())
                .query(
                        (row, n) ->
                                new Asked(
                                        row.getObject("id", UUID.class),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /// @param at when she wrote it
    record Asked(UUID addition, Instant at) {}

    /// False when it was answered before.
    boolean insert(ReportId report, Correction correction, UUID account) {
        return jdbc.sql(
                                """
                                INSERT INTO report.correction (addition, report, outcome, answer, account, at)
                                VALUES (:addition, :report, :outcome, :answer, :account, :at)
                                ON CONFLICT (addition) DO NOTHING
                                """)
                        .param("addition", correction.addition())
                        .param("report", report.value())
                        .param("outcome", correction.outcome().label())
                        .param("answer", correction.answer())
                        .param("account", account)
                        .param("at", ReportStore.utc(correction.at()))
                        .update()
                == 1;
    }
}
