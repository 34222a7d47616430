package org.diogel.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diogel.database.HeldRow;
import org.diogel.kernel.Held;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The warnings drawn from a report, and who read them: how many of which agency, nobody's name.
@Repository
class AlertGatherStore {

    private final JdbcClient jdbc;

    AlertGatherStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Held> about(UUID report) {
        List<Held> all = new ArrayList<>();
        all.addAll(
                jdbc.sql(
                                """
                                SELECT state, severity, regions AS region, created_at AS at,
                                       published_at AS published, expires_at AS until, ended_at AS ended
                                  FROM alert.alert WHERE report = :report ORDER BY created_at
                                """)
                        .param("report", report)
                        .query(HeldRow.hers("alert.alert"))
                        .list());
        all.addAll(
                jdbc.sql(
                                """
                                SELECT p.at, p.emergency AS alone FROM alert.approval p
                                  JOIN alert.alert a ON a.id = p.alert
                                 WHERE a.report = :report ORDER BY p.at
                                """)
                        .param("report", report)
                        .query(HeldRow.workers("alert.approval"))
                        .list());
        all.addAll(
                jdbc.sql(
                                """
                                SELECT r.agency, count(*) AS count, min(r.at) AS at FROM alert.reading r
                                  JOIN alert.alert a ON a.id = r.alert
                                 WHERE a.report = :report GROUP BY r.agency, r.alert ORDER BY min(r.at)
                                """)
                        .param("report", report)
                        .query(HeldRow.hers("alert.reading"))
                        .list());
        return all;
    }
}
