package org.diogel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diogel.database.HeldRow;
import org.diogel.kernel.Held;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What of a report lies unsealed, for a copy of it.
@Repository
class ReportGatherStore {

    private final JdbcClient jdbc;

    ReportGatherStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Held> about(UUID report) {
        List<Held> all = new ArrayList<>();
        all.addAll(
                jdbc.sql(
                                """
                                SELECT reference, state, agency, severity, region, language, child, life,
                                       created_at AS at, sent_at AS sent, due_at AS due,
                                       first_opened AS opened, stopped_at AS stopped, closed_at AS ended,
                                       kept_until AS until
                                  FROM report.report WHERE id = :report
                                """)
                        .param("report", report)
                        .query(HeldRow.hers("report.report"))
                        .list());
        all.addAll(
                jdbc.sql("SELECT what, at FROM report.event WHERE report = :report ORDER BY number")
                        .param("report", report)
                        .query(HeldRow.hers("report.event"))
                        .list());
        all.addAll(
                jdbc.sql("SELECT given_at AS at FROM report.own_code WHERE report = :report")
                        .param("report", report)
                        .query(HeldRow.hers("report.own_code"))
                        .list());
        all.addAll(
                jdbc.sql("SELECT outcome AS what, at FROM report.correction WHERE report = :report ORDER BY at")
                        .param("report", report)
                        .query(HeldRow.hers("report.correction"))
                        .list());
        // A hash says nothing to anybody; what it was made of is in what she told.
        all.addAll(
                jdbc.sql(
                                """
                                SELECT kind, count(*) AS count FROM report.identifier
                                 WHERE report = :report GROUP BY kind ORDER BY kind
                                """)
                        .param("report", report)
                        .query(HeldRow.hers("report.identifier"))
                        .list());
        return all;
    }
}
