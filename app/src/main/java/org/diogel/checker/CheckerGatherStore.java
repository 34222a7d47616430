package org.diogel.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.diogel.database.HeldRow;
import org.diogel.kernel.Gathers;
import org.diogel.kernel.Held;
import org.diogel.kernel.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What may be looked up because of a report, as a number; how many looks somebody had.
@Repository
class CheckerGatherStore implements Gathers {

    private final JdbcClient jdbc;

    CheckerGatherStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables(Subject.Kind kind) {
        return switch (kind) {
            case REPORT -> Set.of("checker.entry");
            case ACCOUNT -> Set.of("checker.budget", "checker.top_up");
            case REQUEST -> Set.of();
        };
    }

    @Override
    public List<Held> about(Subject subject) {
        List<Held> all = new ArrayList<>();
        if (subject.is(Subject.Kind.REPORT)) {
            all.addAll(
                    jdbc.sql(
                                    """
                                    SELECT agency, count(*) AS count, min(shown_from) AS at
                                      FROM checker.entry WHERE report = :subject GROUP BY alert, agency
                                     ORDER BY min(shown_from)
                                    """)
                            .param("subject", subject.id())
                            .query(HeldRow.hers("checker.entry"))
                            .list());
        }
        if (subject.is(Subject.Kind.ACCOUNT)) {
            all.addAll(
                    jdbc.sql(
                                    """
                                    SELECT what, day, today AS count, in_month AS month, told_on AS told
                                      FROM checker.budget WHERE account = :subject ORDER BY what
                                    """)
                            .param("subject", subject.id())
                            .query(HeldRow.hers("checker.budget"))
                            .list());
            all.addAll(
                    jdbc.sql(
                                    """
                                    SELECT day, extra AS count, reason, at FROM checker.top_up
                                     WHERE account = :subject ORDER BY day
                                    """)
                            .param("subject", subject.id())
                            .query(HeldRow.hers("checker.top_up"))
                            .list());
        }
        return all;
    }
}
