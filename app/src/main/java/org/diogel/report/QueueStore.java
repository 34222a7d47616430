package org.diogel.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diogel.kernel.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The reports of a desk, some at a time: the database filters, sorts and counts them behind its
/// policies, however many there are.
@Repository
class QueueStore {

    private final JdbcClient jdbc;

    QueueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many each filter admits, apart by area and state.
    List<QueueTally> tallies(Instant now) {
        return jdbc.sql("SELECT * FROM report.queue_tallies(:now)")
                .param("now", ReportStore.utc(now))
                .query((row, n) -> tally(row))
                .list();
    }

    private static QueueTally tally(ResultSet row) throws SQLException {
        ReportState state = ReportState.valueOf(row.getString("state"));
        Map<QueueFilter, Long> counts = new EnumMap<>(QueueFilter.class);
        for (QueueFilter filter : QueueFilter.values()) {
            counts.put(
                    filter,
                    switch (filter) {
                        case OPEN, OVERDUE, URGENT, UNREAD, ADDED -> row.getLong(filter.label());
                        case WAITING, HELD, CLOSED ->
                                filter.name().equals(state.name()) ? row.getLong("total") : 0;
                    });
        }
        String region = row.getString("region");
        return new QueueTally(
                region == null ? null : Region.valueOf(region), state, counts, row.getLong("total"));
    }

    /// What there is to do first, the most dangerous of it foremost, then what has the least time left;
    /// what nobody has to do anything about last.
    ///
    /// @param aside without what waits for the safeguarding lead
    /// @param total how many the filter admits: what is nearer to their end is read from there
    List<Row> list(
            QueueFilter filter,
            @Nullable Region region,
            boolean aside,
            Instant now,
            long skip,
            int most,
            long total) {
        return jdbc.sql(
                        """
                        SELECT r.*
                          FROM report.queue_page(:filter, :region, :aside, :now, :skip, :most, :total)
                              WITH ORDINALITY AS page (id, place)
                          JOIN report.report r ON r.id = page.id
                         ORDER BY page.place
                        """)
                .param("filter", filter.name())
                .param("region", region == null ? null : region.name())
                .param("aside", aside)
                .param("now", ReportStore.utc(now))
                .param("skip", skip)
                .param("most", most)
                .param("total", total)
                .query(ReportStore::row)
                .list();
    }

    /// Those of them that are there for this actor, in the order of the queue.
    List<Row> some(Collection<ReportId> ids) {
        return jdbc.sql(
                        """
                        SELECT r.*
                          FROM report.queue q
                          JOIN report.report r ON r.id = q.id
                         WHERE q.id = ANY (:ids)
                         ORDER BY q.open DESC, q.undone DESC, q.rank, q.due_at, q.id
                        """)
                .param("ids", ids.stream().map(ReportId::value).toArray(UUID[]::new))
                .query(ReportStore::row)
                .list();
    }

    /// Those whose words the actor may read, in the order of the queue.
    ///
    /// @param lead what waits for the safeguarding lead among them
    List<ReportId> readable(boolean lead, int most) {
        return jdbc.sql(
                        """
                        SELECT id FROM report.queue
                         WHERE :lead OR state NOT IN ('WAITING', 'HELD')
                         ORDER BY open DESC, undone DESC, rank, due_at, id
                         LIMIT :most
                        """)
                .param("lead", lead)
                .param("most", most)
                .query((row, n) -> new ReportId(row.getObject("id", UUID.class)))
                .list();
    }

    /// Those of the desk that wait for the safeguarding lead, decided or not.
    Set<ReportId> waiting() {
        return new HashSet<>(
                jdbc.sql("SELECT id FROM report.queue WHERE state IN ('WAITING', 'HELD')")
                        .query((row, n) -> new ReportId(row.getObject("id", UUID.class)))
                        .list());
    }
}
