package org.diogel.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Warnings in lists, some at a time: the database filters, sorts and counts them behind its policies,
/// however many there are.
@Repository
class AlertListStore {

    private final JdbcClient jdbc;

    AlertListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param ended those that count no longer; otherwise all others
    long count(AgencyId desk, boolean ended) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM alert.alert
                         WHERE agency = :desk AND (ended_at IS NOT NULL) = :ended
                        """)
                .param("desk", desk.value())
                .param("ended", ended)
                .query(Long.class)
                .single();
    }

    /// Of those that count or will: what one person published and nobody joined, what waits for a second
    /// person, what is being written, the rest; newest first. Of those that ended: the latest first.
    ///
    /// @param ended as [#count]
    List<AlertRow> list(AgencyId desk, boolean ended, long skip, int most) {
        return jdbc.sql(
                        """
                        SELECT * FROM alert.alert
                         WHERE agency = :desk AND (ended_at IS NOT NULL) = :ended
                         ORDER BY ended_at DESC,
                             CASE WHEN state = 'PUBLISHED' AND alone AND approved_by IS NULL THEN 0
                                  WHEN state = 'PROPOSED' THEN 1
                                  WHEN state = 'DRAFT' THEN 2
                                  ELSE 3 END,
                             created_at DESC, id
                         OFFSET :skip LIMIT :most
                        """)
                .param("desk", desk.value())
                .param("ended", ended)
                .param("skip", skip)
                .param("most", most)
                .query(AlertStore::row)
                .list();
    }

    /// Those that take the place of this one or are meant to, newest first.
    List<AlertRow> correcting(AlertId id) {
        return jdbc.sql(
                        """
                        SELECT * FROM alert.alert WHERE corrects = :id ORDER BY created_at DESC, id
                        """)
                .param("id", id.value())
                .query(AlertStore::row)
                .list();
    }

    /// How many are in force for this member.
    long countInForce(AgencyId member, Instant now) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM alert.alert
                         WHERE state = 'PUBLISHED' AND (everyone OR :member = ANY (audience))
                           AND CASE WHEN alone AND approved_by IS NULL THEN lapses_at ELSE expires_at END > :now
                        """)
                .param("member", member.value())
                .param("now", AlertStore.utc(now))
                .query(Long.class)
                .single();
    }

    /// As [#countInForce], by area; a warning counts in each of its areas.
    Map<Region, Long> countByRegion(AgencyId member, Instant now) {
        Map<Region, Long> counts = new EnumMap<>(Region.class);
        jdbc.sql(
                        """
                        SELECT region, count(*) AS many
                          FROM alert.alert CROSS JOIN LATERAL unnest(regions) AS region
                         WHERE state = 'PUBLISHED' AND (everyone OR :member = ANY (audience))
                           AND CASE WHEN alone AND approved_by IS NULL THEN lapses_at ELSE expires_at END > :now
                         GROUP BY region
                        """)
                .param("member", member.value())
                .param("now", AlertStore.utc(now))
                .query(
                        row -> {
                            counts.put(
                                    Region.valueOf(row.getString("region")), row.getLong("many"));
                        });
        return counts;
    }

    /// @param read whether this member has opened it
    record Meant(AlertRow row, boolean read) {}

    /// In force for this member, newest first.
    ///
    /// @param region the only one; null for all
    List<Meant> inForce(
            AgencyId member,
            java.util.UUID reader,
            @Nullable Region region,
            Instant now,
            long skip,
            int most) {
        return jdbc.sql(
                        """
                        SELECT a.*, EXISTS (SELECT 1 FROM alert.reading r
                                 WHERE r.alert = a.id AND r.account = :reader) AS read
                          FROM alert.alert a
                         WHERE state = 'PUBLISHED' AND (everyone OR :member = ANY (audience))
                           AND CASE WHEN alone AND approved_by IS NULL THEN lapses_at ELSE expires_at END > :now
                           AND (:region::text IS NULL OR :region = ANY (regions))
                         ORDER BY published_at DESC, id OFFSET :skip LIMIT :most
                        """)
                .param("member", member.value())
                .param("reader", reader)
                .param("region", region == null ? null : region.name())
                .param("now", AlertStore.utc(now))
                .param("skip", skip)
                .param("most", most)
                .query(AlertListStore::meant)
                .list();
    }

    /// Of what members saw: what ended since then, and before the time they had been told.
    List<AlertRow> noLongerTrue(AgencyId member, Instant since) {
        return jdbc.sql(
                        """
                        SELECT * FROM alert.alert
                         WHERE published_at IS NOT NULL AND ended_at > :since
                           AND (everyone OR :member = ANY (audience))
                           AND (state IN ('WITHDRAWN', 'CORRECTED')
                                OR state = 'EXPIRED' AND alone AND approved_by IS NULL)
                         ORDER BY published_at DESC, id
                        """)
                .param("member", member.value())
                .param("since", AlertStore.utc(since))
                .query(AlertStore::row)
                .list();
    }

    private static Meant meant(ResultSet row, int number) throws SQLException {
        return new Meant(AlertStore.row(row, number), row.getBoolean("read"));
    }
}
