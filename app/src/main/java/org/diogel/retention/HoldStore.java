package org.diogel.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.diogel.vault.KeyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HoldStore {

    private final JdbcClient jdbc;

    HoldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param by who put it @param endedAt null while it lasts
    record Row(
            HoldId id,
            UUID subject,
            AgencyId agency,
            KeyId key,
            HoldGround why,
            byte[] bytes,
            AccountId by,
            Instant since,
            LocalDate review,
            int version,
            @Nullable Instant endedAt) {
        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    void insert(Row row) {
        jdbc.sql(
                        """
                        INSERT INTO retention.hold
                            (id, subject, live, agency, key_id, why, bytes, by, since, review_on)
                        VALUES (:id, :subject, :subject, :agency, :key, :why, :bytes, :by, :since, :review)
                        """)
                .param("id", row.id().value())
                .param("subject", row.subject())
                .param("agency", row.agency().value())
                .param("key", row.key().value())
                .param("why", row.why().label())
                .param("bytes", row.bytes())
                .param("by", row.by().value())
                .param("since", row.since().atOffset(ZoneOffset.UTC))
                .param("review", row.review())
                .update();
    }

    /// Those that last first, what is to be looked at soonest first.
    List<Row> list() {
        return jdbc.sql(
                        """
                        SELECT id, subject, agency, key_id, why, bytes, by, since, review_on, version, ended_at
                          FROM retention.hold
                         ORDER BY ended_at IS NOT NULL, review_on, id
                         LIMIT 500
                        """)
                .query(HoldStore::row)
                .list();
    }

    Optional<Row> find(HoldId id) {
        return jdbc.sql(
                        """
                        SELECT id, subject, agency, key_id, why, bytes, by, since, review_on, version, ended_at
                          FROM retention.hold WHERE id = :id
                        """)
                .param("id", id.value())
                .query(HoldStore::row)
                .optional();
    }

    /// @return false when somebody changed it meanwhile
    boolean end(HoldId id, int version, Instant at, AccountId by, byte[] why) {
        return jdbc.sql(
                                """
                                UPDATE retention.hold
                                   SET live = NULL, ended_at = :at, ended_by = :by, end_bytes = :why,
                                       version = version + 1
                                 WHERE id = :id AND version = :version AND ended_at IS NULL
                                """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.value())
                        .param("why", why)
                        .update()
                == 1;
    }

    /// @return false when somebody changed it meanwhile
    boolean review(HoldId id, int version, LocalDate next) {
        return jdbc.sql(
                                """
                                UPDATE retention.hold SET review_on = :next, version = version + 1
                                 WHERE id = :id AND version = :version AND ended_at IS NULL
                                """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("next", next)
                        .update()
                == 1;
    }

    List<Row> toRemind(LocalDate until) {
        return jdbc.sql(
                        """
                        SELECT id, subject, agency, key_id, why, bytes, by, since, review_on, version, ended_at
                          FROM retention.hold
                         WHERE ended_at IS NULL AND review_on <= :until
                           AND reminded_for IS DISTINCT FROM review_on
                        """)
                .param("until", until)
                .query(HoldStore::row)
                .list();
    }

    void reminded(HoldId id) {
        jdbc.sql("UPDATE retention.hold SET reminded_for = review_on WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    List<KeyId> named(Collection<KeyId> keys) {
        return jdbc.sql("SELECT key_id FROM retention.hold WHERE key_id = ANY (:keys)")
                .param("keys", keys.stream().map(KeyId::value).toArray(UUID[]::new))
                .query((row, _) -> new KeyId(row.getObject("key_id", UUID.class)))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Row(
                new HoldId(row.getObject("id", UUID.class)),
                row.getObject("subject", UUID.class),
                new AgencyId(row.getObject("agency", UUID.class)),
                new KeyId(row.getObject("key_id", UUID.class)),
                HoldGround.find(row.getString("why")).orElseThrow(),
                row.getBytes("bytes"),
                new AccountId(row.getObject("by", UUID.class)),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("review_on", LocalDate.class),
                row.getInt("version"),
                ended == null ? null : ended.toInstant());
    }
}
