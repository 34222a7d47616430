package org.diogel.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.vault.KeyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TieStore {

    private final JdbcClient jdbc;

    TieStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param bytes sealed
    record Row(UUID id, String kind, KeyId key, byte[] bytes, Instant addedAt) {}

    List<Row> list() {
        return jdbc.sql("SELECT * FROM access.tie ORDER BY added_at DESC, id")
                .query(
                        (row, n) ->
                                new Row(
                                        row.getObject("id", UUID.class),
                                        row.getString("kind"),
                                        new KeyId(row.getObject("key_id", UUID.class)),
                                        row.getBytes("bytes"),
                                        row.getObject("added_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void insert(UUID id, AccountId account, String kind, KeyId key, byte[] sealed) {
        jdbc.sql(
                        """
                        INSERT INTO access.tie (id, account, kind, key_id, bytes)
                        VALUES (:id, :account, :kind, :key, :bytes)
                        """)
                .param("id", id)
                .param("account", account.value())
                .param("kind", kind)
                .param("key", key.value())
                .param("bytes", sealed)
                .update();
    }

    void tag(UUID tie, byte[] tag) {
        jdbc.sql("INSERT INTO access.tie_tag (tie, tag) VALUES (:tie, :tag) ON CONFLICT DO NOTHING")
                .param("tie", tie)
                .param("tag", tag)
                .update();
    }

    boolean delete(UUID id) {
        return jdbc.sql("DELETE FROM access.tie WHERE id = :id").param("id", id).update() == 1;
    }

    List<KeyId> named(Collection<KeyId> keys) {
        return jdbc.sql("SELECT key_id FROM access.tie WHERE key_id = ANY (:keys)")
                .param("keys", keys.stream().map(KeyId::value).toArray(UUID[]::new))
                .query((row, n) -> new KeyId(row.getObject("key_id", UUID.class)))
                .list();
    }
}
