package org.diogel.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diogel.database.HeldRow;
import org.diogel.kernel.Gathers;
import org.diogel.kernel.Held;
import org.diogel.kernel.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What she agreed to and what has gone. That something went without her being told is reserved: a lead
/// found that telling her was not safe.
@Repository
class ConsentGatherStore implements Gathers {

    private final JdbcClient jdbc;

    ConsentGatherStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables(Subject.Kind kind) {
        return switch (kind) {
            case REPORT ->
                    Set.of(
                            "consent.subject",
                            "consent.statement",
                            "consent.agreed",
                            "consent.supplement",
                            "consent.stopped",
                            "consent.disclosure");
            case ACCOUNT -> Set.of("consent.text_approval");
            case REQUEST -> Set.of();
        };
    }

    @Override
    public List<Held> about(Subject subject) {
        return switch (subject.kind()) {
            case REPORT -> report(subject.id());
            case ACCOUNT ->
                    jdbc.sql(
                                    """
                                    SELECT lang AS language, act AS what, at FROM consent.text_approval
                                     WHERE account = :account ORDER BY number
                                    """)
                            .param("account", subject.id())
                            .query(HeldRow.hers("consent.text_approval"))
                            .list();
            case REQUEST -> List.of();
        };
    }

    private List<Held> report(UUID subject) {
        List<Held> all = new ArrayList<>();
        all.addAll(
                jdbc.sql("SELECT stopped FROM consent.subject WHERE subject = :subject")
                        .param("subject", subject)
                        .query(HeldRow.hers("consent.subject"))
                        .list());
        all.addAll(
                jdbc.sql(
                                """
                                SELECT act AS what, lang AS language, at FROM consent.statement
                                 WHERE subject = :subject ORDER BY number
                                """)
                        .param("subject", subject)
                        .query(HeldRow.hers("consent.statement"))
                        .list());
        all.addAll(
                jdbc.sql(
                                """
                                SELECT s.at, array_agg(a.recipient ORDER BY a.recipient) AS recipient
                                  FROM consent.agreed a JOIN consent.statement s ON s.id = a.statement
                                 WHERE a.subject = :subject GROUP BY s.number, s.at ORDER BY s.number
                                """)
                        .param("subject", subject)
                        .query(HeldRow.hers("consent.agreed"))
                        .list());
        all.addAll(
                jdbc.sql(
                                """
                                SELECT recipient, lang AS language, at FROM consent.supplement
                                 WHERE subject = :subject ORDER BY at
                                """)
                        .param("subject", subject)
                        .query(HeldRow.hers("consent.supplement"))
                        .list());
        all.addAll(
                jdbc.sql(
                                """
                                SELECT recipient, what, at FROM consent.stopped
                                 WHERE subject = :subject ORDER BY number
                                """)
                        .param("subject", subject)
                        .query(HeldRow.hers("consent.stopped"))
                        .list());
        all.addAll(
                jdbc.sql(
                                """
                                SELECT recipient, what, ground, coalesce(went_at, at) AS at,
                                       CASE WHEN told THEN 'HERS' ELSE 'RESERVED' END AS whose
                                  FROM consent.disclosure WHERE subject = :subject ORDER BY number
                                """)
                        .param("subject", subject)
                        .query(HeldRow.hers("consent.disclosure"))
                        .list());
        return all;
    }
}
