package org.diogel.subjectaccess;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.AgencyId;
import org.diogel.vault.KeyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The register of what somebody outside asked for; words are sealed.
@Repository
class AskedStore {

    private final JdbcClient jdbc;

    AskedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AskedRow row, byte[] bytes, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO subjectaccess.asked
                            (id, agency, key_id, who, power, received_on, due_on, written_by, written_at, bytes)
                        VALUES (:id, :agency, :key, :who, :power, :received, :due, context.account(), :now,
                            :bytes)
                        """)
                .param("id", row.id().value())
                .param("agency", row.agency().value())
                .param("key", row.key().value())
                .param("who", row.who())
                .param("power", row.power())
                .param("received", row.receivedOn())
                .param("due", row.dueOn())
                .param("now", CopyStore.utc(now))
                .param("bytes", bytes)
                .update();
    }

    /// @return false when it changed since
    boolean change(AskedRow seen, AskedRow now, byte[] bytes) {
        return jdbc.sql(
                                """
                                UPDATE subjectaccess.asked
                                   SET state = :state, version = version + 1, drawn_by = :drawn, view = :view,
                                       notice = :notice, classes = :classes, from_on = :from, to_on = :to,
                                       how = :how, released_by = :released, ended_at = :ended, bytes = :bytes
                                 WHERE id = :id AND version = :version
                                """)
                        .param("id", seen.id().value())
                        .param("version", seen.version())
                        .param("state", now.state().name())
                        .param("drawn", now.drawnBy(), Types.OTHER)
                        .param("view", now.view(), Types.VARCHAR)
                        .param("notice", now.notice(), Types.VARCHAR)
                        .param("classes", now.classes().toArray(String[]::new))
                        .param("from", now.from(), Types.DATE)
                        .param("to", now.to(), Types.DATE)
                        .param("how", now.how(), Types.VARCHAR)
                        .param("released", now.releasedBy(), Types.OTHER)
                        .param("ended", CopyStore.utcOrNull(now.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("bytes", bytes)
                        .update()
                == 1;
    }

    Optional<AskedRow> find(AskedId id) {
        return jdbc.sql("SELECT * FROM subjectaccess.asked WHERE id = :id")
                .param("id", id.value())
                .query(AskedStore::row)
                .optional();
    }

    byte[] bytes(AskedId id) {
        return jdbc.sql("SELECT bytes FROM subjectaccess.asked WHERE id = :id")
                .param("id", id.value())
                .query((row, n) -> row.getBytes("bytes"))
                .single();
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM subjectaccess.asked").query(Long.class).single();
    }

    /// What is open first, what is due soonest first.
    List<AskedRow> list(long skip, int most) {
        return jdbc.sql(
                        """
                        SELECT * FROM subjectaccess.asked
                         ORDER BY ended_at IS NOT NULL, due_on, written_at, id OFFSET :skip LIMIT :most
                        """)
                .param("skip", skip)
                .param("most", most)
                .query(AskedStore::row)
                .list();
    }

    void note(AskedId id, String what, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO subjectaccess.asked_event (asked, what, at, account)
                        VALUES (:id, :what, :now, context.account())
                        """)
                .param("id", id.value())
                .param("what", what)
                .param("now", CopyStore.utc(now))
                .update();
    }

    List<Copies.Done> events(AskedId id) {
        return jdbc.sql(
                        """
                        SELECT what, at, account FROM subjectaccess.asked_event
                         WHERE asked = :id ORDER BY number
                        """)
                .param("id", id.value())
                .query(
                        (row, n) ->
                                new Copies.Done(
                                        row.getString("what"),
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getObject("account", UUID.class)))
                .list();
    }

    /// Those that are due soon and of which nobody was told.
    List<AskedRow> untold(LocalDate soon) {
        return jdbc.sql(
                        """
                        SELECT * FROM subjectaccess.asked
                         WHERE NOT told AND ended_at IS NULL AND due_on <= :soon LIMIT 100
                        """)
                .param("soon", soon)
                .query(AskedStore::row)
                .list();
    }

    boolean markTold(AskedId id) {
        return jdbc.sql("UPDATE subjectaccess.asked SET told = true WHERE id = :id AND NOT told")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    List<AskedRow> old() {
        return jdbc.sql(
                        """
                        SELECT * FROM subjectaccess.asked
                         WHERE ended_at < now() - interval '7 years' LIMIT 100
                        """)
                .query(AskedStore::row)
                .list();
    }

    boolean forget(AskedId id) {
        return jdbc.sql("DELETE FROM subjectaccess.asked WHERE id = :id AND ended_at < now() - interval '7 years'")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    List<KeyId> named(Collection<KeyId> keys) {
        return jdbc.sql("SELECT key_id FROM subjectaccess.asked WHERE key_id = ANY (:keys)")
                .param("keys", keys.stream().map(KeyId::value).toArray(UUID[]::new))
                .query((row, n) -> new KeyId(row.getObject("key_id", UUID.class)))
                .list();
    }

    private static AskedRow row(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new AskedRow(
                new AskedId(row.getObject("id", UUID.class)),
                new AgencyId(row.getObject("agency", UUID.class)),
                new KeyId(row.getObject("key_id", UUID.class)),
                row.getString("who"),
                row.getString("power"),
                AskedState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("drawn_by", UUID.class),
                row.getString("view"),
                row.getString("notice"),
                List.of((String[]) row.getArray("classes").getArray()),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getString("how"),
                row.getObject("released_by", UUID.class),
                ended == null ? null : ended.toInstant());
    }
}
