package org.diogel.audit;

import java.util.List;
import java.util.Set;
import org.diogel.database.HeldRow;
import org.diogel.kernel.Gathers;
import org.diogel.kernel.Held;
import org.diogel.kernel.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who looked at a report, by their agency and never by name; what somebody who signs in did, without
/// what it was about.
@Repository
class AuditGatherStore implements Gathers {

    private final JdbcClient jdbc;

    AuditGatherStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables(Subject.Kind kind) {
        return kind == Subject.Kind.REQUEST ? Set.of() : Set.of("audit.entry");
    }

    @Override
    public List<Held> about(Subject subject) {
        return switch (subject.kind()) {
            case REPORT ->
                    jdbc.sql(
                                    """
                                    SELECT at, action AS what, agency, kind AS who, purpose,
                                           CASE WHEN kind = 'holder' THEN 'HERS' ELSE 'WORKERS' END AS whose,
                                           NOT action LIKE 'safeguarding.%' AS known
                                      FROM audit.entry
                                     WHERE subject = :subject AND outcome = 'done' ORDER BY id
                                    """)
                            .param("subject", subject.id())
                            .query(HeldRow.hers("audit.entry"))
                            .list();
            case ACCOUNT ->
                    jdbc.sql(
                                    """
                                    SELECT at, action AS what, purpose, outcome AS state FROM audit.entry
                                     WHERE account = :subject ORDER BY id
                                    """)
                            .param("subject", subject.id())
                            .query(HeldRow.hers("audit.entry"))
                            .list();
            case REQUEST -> List.of();
        };
    }
}
