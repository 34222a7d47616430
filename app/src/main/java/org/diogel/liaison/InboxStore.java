package org.diogel.liaison;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.diogel.kernel.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a force was given and nobody took back, some at a time: the database filters, sorts and counts
/// it behind its policies, however much there is.
@Repository
class InboxStore {

    private final JdbcClient jdbc;

    InboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param added she added something that nobody of the force has opened
    record Given(PackageRow row, boolean added) {}

    /// @param ended what the force is done with, and nothing new has come to; otherwise all else
    long count(AgencyId force, boolean ended) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM liaison.inbox
                         WHERE receiver = :force
                           AND (NOT unread AND coalesce(latest = ANY (:ends), false)) = :ended
                        """)
                .param("force", force.value())
                .param("ends", ends())
                .param("ended", ended)
                .query(Long.class)
                .single();
    }

    /// Unread first, then newest first. @param ended as [#count]
    List<Given> list(AgencyId force, boolean ended, long skip, int most) {
        return jdbc.sql(
                        """
                        SELECT p.*, i.added
                          FROM (SELECT id, unread, added FROM liaison.inbox
                                 WHERE receiver = :force
                                   AND (NOT unread AND coalesce(latest = ANY (:ends), false)) = :ended
                                 ORDER BY unread DESC, passed_at DESC, id
                                 OFFSET :skip LIMIT :most) i
                          JOIN liaison.package p ON p.id = i.id
                         ORDER BY i.unread DESC, p.passed_at DESC, p.id
                        """)
                .param("force", force.value())
                .param("ends", ends())
                .param("ended", ended)
                .param("skip", skip)
                .param("most", most)
                .query(InboxStore::given)
                .list();
    }

    private static String[] ends() {
        return Outcomes.all().stream().filter(Outcomes::ends).toArray(String[]::new);
    }

    private static Given given(ResultSet row, int number) throws SQLException {
        return new Given(PackageStore.row(row, number), row.getBoolean("added"));
    }
}
