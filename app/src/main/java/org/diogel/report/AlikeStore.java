package org.diogel.report;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reports that share a keyed hash.
@Repository
class AlikeStore {

    private static final int MOST = 20;

    private final JdbcClient jdbc;

    AlikeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Shared(ReportId report, List<String> kinds) {}

    /// Newest first, twenty at most.
    List<Shared> alike(ReportId id) {
        return jdbc.sql(
                        """
                        SELECT r.id, array_agg(DISTINCT other.kind ORDER BY other.kind) AS kinds
                          FROM report.identifier mine
                          JOIN report.identifier other ON other.kind = mine.kind AND other.tag = mine.tag
                          JOIN report.report r ON r.id = other.report
                         WHERE mine.report = :id AND NOT mine.possible AND NOT other.possible
                           AND other.report <> :id AND r.state IN ('SENT', 'CLOSED', 'WAITING', 'HELD')
                         GROUP BY r.id, r.sent_at ORDER BY r.sent_at DESC LIMIT :most
                        """)
                .param("id", id.value())
                .param("most", MOST)
                .query(
                        (row, n) ->
                                new Shared(
                                        new ReportId(row.getObject("id", UUID.class)),
                                        strings(row.getArray("kinds"))))
                .list();
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
