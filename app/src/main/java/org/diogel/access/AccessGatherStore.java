package org.diogel.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.diogel.database.HeldRow;
import org.diogel.kernel.Gathers;
import org.diogel.kernel.Held;
import org.diogel.kernel.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who may see a report and who is kept out of it. Of whom a report is kept from, that is reserved: it
/// says that somebody told, and perhaps of whom.
@Repository
class AccessGatherStore implements Gathers {

    private final JdbcClient jdbc;

    AccessGatherStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables(Subject.Kind kind) {
        return kind == Subject.Kind.REQUEST
                ? Set.of()
                : Set.of("access.grants", "access.kept_out");
    }

    @Override
    public List<Held> about(Subject subject) {
        List<Held> all = new ArrayList<>();
        if (subject.is(Subject.Kind.REPORT)) {
            all.addAll(
                    jdbc.sql(
                                    """
                                    SELECT CASE party_kind WHEN 'agency' THEN party END AS agency,
                                           CASE party_kind WHEN 'agency' THEN 'HERS' ELSE 'WORKERS' END AS whose,
                                           purpose, granted_at AS at, until, revoked_at AS ended
                                      FROM access.grants
                                     WHERE subject = :subject ORDER BY granted_at
                                    """)
                            .param("subject", subject.id())
                            .query(HeldRow.hers("access.grants"))
                            .list());
            all.addAll(
                    jdbc.sql(
                                    """
                                    SELECT CASE party_kind WHEN 'agency' THEN party END AS agency,
                                           CASE party_kind WHEN 'agency' THEN 'HERS' ELSE 'WORKERS' END AS whose,
                                           why AS reason, since AS at, ended_at AS ended
                                      FROM access.kept_out
                                     WHERE subject = :subject ORDER BY since
                                    """)
                            .param("subject", subject.id())
                            .query(HeldRow.hers("access.kept_out"))
                            .list());
        }
        if (subject.is(Subject.Kind.ACCOUNT)) {
            all.addAll(
                    jdbc.sql(
                                    """
                                    SELECT subject_kind AS kind, purpose, granted_at AS at, until,
                                           revoked_at AS ended
                                      FROM access.grants WHERE party = :subject ORDER BY granted_at
                                    """)
                            .param("subject", subject.id())
                            .query(HeldRow.hers("access.grants"))
                            .list());
            all.addAll(
                    jdbc.sql(
                                    """
                                    SELECT why AS reason, since AS at, ended_at AS ended, 'RESERVED' AS whose
                                      FROM access.kept_out WHERE party = :subject ORDER BY since
                                    """)
                            .param("subject", subject.id())
                            .query(HeldRow.hers("access.kept_out"))
                            .list());
        }
        return all;
    }
}
