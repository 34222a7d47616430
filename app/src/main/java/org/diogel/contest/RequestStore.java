package org.diogel.contest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.Lang;
import org.diogel.vault.KeyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Requests and what was said since; what it finds depends on who is acting.
@Repository
class RequestStore {

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param code keyed hash @param bytes sealed
    void insert(RequestRow row, byte[] code, byte[] bytes) {
        jdbc.sql(
                        """
                        INSERT INTO contest.request
                            (id, code, key_id, kind, language, received_at, counts_from, due_on, bytes)
                        VALUES (:id, :code, :key, :kind, :language, :received, :from, :due, :bytes)
                        """)
                .param("id", row.id().value())
                .param("code", code)
                .param("key", row.key().value())
                .param("kind", row.kind())
                .param("language", row.lang().tag())
                .param("received", utc(row.receivedAt()))
                .param("from", row.countsFrom())
                .param("due", row.dueOn())
                .param("bytes", bytes)
                .update();
    }

    Optional<RequestId> findByCode(byte[] code) {
        return jdbc.sql("SELECT id FROM contest.request WHERE code = :code")
                .param("code", code)
                .query((row, n) -> new RequestId(row.getObject("id", UUID.class)))
                .optional();
    }

    Optional<RequestRow> find(RequestId id) {
        return jdbc.sql("SELECT * FROM contest.request WHERE id = :id")
                .param("id", id.value())
                .query(RequestStore::row)
                .optional();
    }

    byte[] bytes(RequestId id) {
        return jdbc.sql("SELECT bytes FROM contest.request WHERE id = :id")
                .param("id", id.value())
                .query((row, n) -> row.getBytes("bytes"))
                .single();
    }

    /// What is open first, what is due soonest first.
    List<RequestRow> list() {
        return jdbc.sql(
                        """
                        SELECT * FROM contest.request
                         ORDER BY state = 'ANSWERED', due_on, received_at LIMIT 500
                        """)
                .query(RequestStore::row)
                .list();
    }

    /// @return false when somebody changed it first
    boolean move(RequestRow seen, RequestAnswer answer, LocalDate from, boolean extended, Instant now) {
        boolean answered = answer.to() == RequestState.ANSWERED;
        return jdbc.sql(
                                """
                                UPDATE contest.request
                                   SET state = :to, version = version + 1, counts_from = :from,
                                       extended = :extended, due_on = :due, answered_at = :answered,
                                       unread = false, reminded = false
                                 WHERE id = :id AND version = :version
                                """)
                        .param("id", seen.id().value())
                        .param("version", seen.version())
                        .param("to", answer.to().name())
                        .param("from", from)
                        .param("extended", extended)
                        .param("due", Month.due(from, extended))
                        .param(
                                "answered",
                                answered ? utc(now) : null,
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }

    void markRead(RequestId id) {
        jdbc.sql("UPDATE contest.request SET unread = false WHERE id = :id AND unread")
                .param("id", id.value())
                .update();
    }

    /// Something was added: a page shown before it is older.
    void markAdded(RequestId id) {
        jdbc.sql(
                        """
                        UPDATE contest.request SET unread = true, told = false, version = version + 1
                         WHERE id = :id
                        """)
                .param("id", id.value())
                .update();
    }

    /// @param answer its name, or null for what the asker added
    record Entry(
            UUID id, Instant at, @Nullable String answer, @Nullable UUID account, byte @Nullable [] bytes) {}

    void add(RequestId request, Entry entry) {
        jdbc.sql(
                        """
                        INSERT INTO contest.entry (id, request, at, answer, account, bytes)
                        VALUES (:id, :request, :at, :answer, :account, :bytes)
                        """)
                .param("id", entry.id())
                .param("request", request.value())
                .param("at", utc(entry.at()))
                .param("answer", entry.answer(), Types.VARCHAR)
                .param("account", entry.account(), Types.OTHER)
                .param("bytes", entry.bytes(), Types.BINARY)
                .update();
    }

    List<Entry> entries(RequestId request) {
        return jdbc.sql("SELECT * FROM contest.entry WHERE request = :request ORDER BY number")
                .param("request", request.value())
                .query(
                        (row, n) ->
                                new Entry(
                                        row.getObject("id", UUID.class),
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getString("answer"),
                                        row.getObject("account", UUID.class),
                                        row.getBytes("bytes")))
                .list();
    }

    /// Those whose officers have to be told: something came, or the day is near.
    List<RequestRow> untold(LocalDate soon) {
        return jdbc.sql(
                        """
                        SELECT * FROM contest.request
                         WHERE NOT told OR (NOT reminded AND state = 'RECEIVED' AND due_on <= :soon)
                         ORDER BY received_at LIMIT 100
                        """)
                .param("soon", soon)
                .query(RequestStore::row)
                .list();
    }

    /// @return false when somebody told them meanwhile
    boolean markTold(RequestId id, LocalDate soon) {
        return jdbc.sql(
                                """
                                UPDATE contest.request SET told = true, reminded = reminded OR due_on <= :soon
                                 WHERE id = :id
                                   AND (NOT told
                                     OR (NOT reminded AND state = 'RECEIVED' AND due_on <= :soon))
                                """)
                        .param("id", id.value())
                        .param("soon", soon)
                        .update()
                == 1;
    }

    /// Those answered two years ago.
    List<RequestRow> old() {
        return jdbc.sql(
                        """
                        SELECT * FROM contest.request
                         WHERE answered_at < now() - interval '2 years' LIMIT 100
                        """)
                .query(RequestStore::row)
                .list();
    }

    boolean forget(RequestId id) {
        return jdbc.sql(
                                """
                                DELETE FROM contest.request
                                 WHERE id = :id AND answered_at < now() - interval '2 years'
                                """)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    List<KeyId> named(Collection<KeyId> keys) {
        return jdbc.sql("SELECT key_id FROM contest.request WHERE key_id = ANY (:keys)")
                .param("keys", keys.stream().map(KeyId::value).toArray(UUID[]::new))
                .query((row, n) -> new KeyId(row.getObject("key_id", UUID.class)))
                .list();
    }

    private static RequestRow row(ResultSet row, int number) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new RequestRow(
                new RequestId(row.getObject("id", UUID.class)),
                new KeyId(row.getObject("key_id", UUID.class)),
                row.getString("kind"),
                Lang.ofTag(row.getString("language")).orElse(Lang.EN),
                RequestState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("counts_from", LocalDate.class),
                row.getBoolean("extended"),
                row.getObject("due_on", LocalDate.class),
                answered == null ? null : answered.toInstant(),
                row.getBoolean("unread"));
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
