package org.diogel.liaison;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diogel.database.HeldRow;
import org.diogel.kernel.Held;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was passed on of a report and what came of it, without what is sealed.
@Repository
class LiaisonGatherStore {

    private final JdbcClient jdbc;

    LiaisonGatherStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Held> about(UUID report) {
        List<Held> all = new ArrayList<>();
        all.addAll(
                jdbc.sql(
                                """
                                SELECT reference, recipient, state, severity, region, passed_at AS at,
                                       opened_at AS opened, handed_on AS day, handed_how AS route,
                                       asked_back_at AS stopped, ended_at AS ended
                                  FROM liaison.package WHERE report = :report ORDER BY passed_at
                                """)
                        .param("report", report)
                        .query(HeldRow.hers("liaison.package"))
                        .list());
        all.addAll(
                jdbc.sql(
                                """
                                SELECT p.reference, e.what, e.at, e.agency, e.kind AS who
                                  FROM liaison.event e JOIN liaison.package p ON p.id = e.package
                                 WHERE p.report = :report ORDER BY e.number
                                """)
                        .param("report", report)
                        .query(HeldRow.hers("liaison.event"))
                        .list());
        all.addAll(
                jdbc.sql(
                                """
                                SELECT p.reference, o.what, o.day, o.noted_at AS at, o.agency
                                  FROM liaison.outcome o JOIN liaison.package p ON p.id = o.package
                                 WHERE p.report = :report ORDER BY o.noted_at
                                """)
                        .param("report", report)
                        .query(HeldRow.hers("liaison.outcome"))
                        .list());
        all.addAll(
                jdbc.sql(
                                """
                                SELECT p.reference, count(*) AS count, max(f.taken_at) AS opened
                                  FROM liaison.file f JOIN liaison.package p ON p.id = f.package
                                 WHERE p.report = :report GROUP BY p.reference ORDER BY p.reference
                                """)
                        .param("report", report)
                        .query(HeldRow.hers("liaison.file"))
                        .list());
        all.addAll(
                jdbc.sql(
                                """
                                SELECT reference, recipient, what, since AS at, told_on AS told,
                                       told_how AS route
                                  FROM liaison.afterword WHERE report = :report ORDER BY since
                                """)
                        .param("report", report)
                        .query(HeldRow.hers("liaison.afterword"))
                        .list());
        all.addAll(
                jdbc.sql("SELECT true AS answered FROM liaison.answered WHERE report = :report")
                        .param("report", report)
                        .query(HeldRow.hers("liaison.answered"))
                        .list());
        return all;
    }
}
