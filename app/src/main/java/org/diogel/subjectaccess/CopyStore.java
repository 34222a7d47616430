package org.diogel.subjectaccess;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Subject;
import org.diogel.vault.KeyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Requests for copies and what was done with them; what it finds depends on who is acting.
@Repository
class CopyStore {

    private final JdbcClient jdbc;

    CopyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false when one of the same subject is open
    boolean insert(CopyRow row) {
        return jdbc.sql(
                                """
                                INSERT INTO subjectaccess.request
                                    (id, kind, subject, agency, key_id, language, state, received_at,
                                     counts_from, due_on)
                                VALUES (:id, :kind, :subject, :agency, :key, :language, :state, :received,
                                     :from, :due)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("id", row.id().value())
                        .param("kind", row.kind())
                        .param("subject", row.subject().id())
                        .param("agency", row.agency().value())
                        .param("key", row.key().value())
                        .param("language", row.lang().tag())
                        .param("state", row.state().name())
                        .param("received", utc(row.receivedAt()))
                        .param("from", row.countsFrom())
                        .param("due", row.dueOn())
                        .update()
                == 1;
    }

    Optional<CopyRow> find(CopyId id) {
        return jdbc.sql("SELECT * FROM subjectaccess.request WHERE id = :id")
                .param("id", id.value())
                .query(CopyStore::row)
                .optional();
    }

    Optional<CopyRow> lock(CopyId id) {
        return jdbc.sql("SELECT * FROM subjectaccess.request WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(CopyStore::row)
                .optional();
    }

    /// The newest of this subject.
    Optional<CopyRow> of(Subject subject) {
        return jdbc.sql(
                        """
                        SELECT * FROM subjectaccess.request WHERE kind = :kind AND subject = :subject
                         ORDER BY state = 'ENDED', received_at DESC LIMIT 1
                        """)
                .param("kind", kind(subject))
                .param("subject", subject.id())
                .query(CopyStore::row)
                .optional();
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM subjectaccess.request").query(Long.class).single();
    }

    /// What is open first, what is due soonest first.
    List<CopyRow> list(long skip, int most) {
        return jdbc.sql(
                        """
                        SELECT * FROM subjectaccess.request
                         ORDER BY state = 'ENDED', due_on, received_at, id OFFSET :skip LIMIT :most
                        """)
                .param("skip", skip)
                .param("most", most)
                .query(CopyStore::row)
                .list();
    }

    /// @return false when somebody changed it first
    boolean move(CopyRow seen, CopyRow now) {
        return jdbc.sql(
                                """
                                UPDATE subjectaccess.request
                                   SET state = :state, version = version + 1, counts_from = :from,
                                       due_on = :due, extended = :extended, surely = :surely,
                                       answer = :answer, gathered_at = :gathered, ended_at = :ended,
                                       gathering = NULL, reminded = false
                                 WHERE id = :id AND version = :version
                                """)
                        .param("id", seen.id().value())
                        .param("version", seen.version())
                        .param("state", now.state().name())
                        .param("from", now.countsFrom())
                        .param("due", now.dueOn())
                        .param("extended", now.extended(), Types.VARCHAR)
                        .param("surely", now.surely(), Types.VARCHAR)
                        .param("answer", now.answer(), Types.VARCHAR)
                        .param("gathered", utcOrNull(now.gatheredAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("ended", utcOrNull(now.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }

    /// Opens the wall for this subject until the transaction's next [#move].
    void markGathering(CopyId id) {
        jdbc.sql("UPDATE subjectaccess.request SET gathering = context.account() WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    void note(CopyId id, String what, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO subjectaccess.event (request, what, at, account)
                        VALUES (:id, :what, :at, context.account())
                        """)
                .param("id", id.value())
                .param("what", what)
                .param("at", utc(at))
                .update();
    }

    List<Copies.Done> events(CopyId id) {
        return jdbc.sql(
                        """
                        SELECT what, at, account FROM subjectaccess.event
                         WHERE request = :id ORDER BY number
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

    /// Those whose officers have to be told: something came, or the day is near.
    List<CopyRow> untold(LocalDate soon) {
        return jdbc.sql(
                        """
                        SELECT * FROM subjectaccess.request
                         WHERE NOT told OR (NOT reminded AND state NOT IN ('IDENTITY', 'ENDED')
                            AND due_on <= :soon)
                         ORDER BY received_at LIMIT 100
                        """)
                .param("soon", soon)
                .query(CopyStore::row)
                .list();
    }

    boolean markTold(CopyId id, LocalDate soon) {
        return jdbc.sql(
                                """
                                UPDATE subjectaccess.request
                                   SET told = true, reminded = reminded OR due_on <= :soon
                                 WHERE id = :id AND (NOT told OR (NOT reminded
                                    AND state NOT IN ('IDENTITY', 'ENDED') AND due_on <= :soon))
                                """)
                        .param("id", id.value())
                        .param("soon", soon)
                        .update()
                == 1;
    }

    /// Those that ended two years ago.
    List<CopyRow> old() {
        return jdbc.sql(
                        """
                        SELECT * FROM subjectaccess.request
                         WHERE ended_at < now() - interval '2 years' LIMIT 100
                        """)
                .query(CopyStore::row)
                .list();
    }

    boolean forget(CopyId id) {
        return jdbc.sql(
                                """
                                DELETE FROM subjectaccess.request
                                 WHERE id = :id AND ended_at < now() - interval '2 years'
                                """)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /// What is asked about a report ends with it.
    void end(UUID report, Instant now) {
        jdbc.sql(
                        """
                        UPDATE subjectaccess.request
                           SET state = 'ENDED', answer = 'erased', ended_at = :now, version = version + 1
                         WHERE kind = 'report' AND subject = :report AND state <> 'ENDED'
                        """)
                .param("report", report)
                .param("now", utc(now))
                .update();
    }

    List<KeyId> named(Collection<KeyId> keys) {
        return jdbc.sql("SELECT key_id FROM subjectaccess.request WHERE key_id = ANY (:keys)")
                .param("keys", keys.stream().map(KeyId::value).toArray(UUID[]::new))
                .query((row, n) -> new KeyId(row.getObject("key_id", UUID.class)))
                .list();
    }

    private static String kind(Subject subject) {
        return subject.kind().name().toLowerCase(Locale.ROOT);
    }

    private static CopyRow row(ResultSet row, int number) throws SQLException {
        return new CopyRow(
                new CopyId(row.getObject("id", UUID.class)),
                new Subject(
                        Subject.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getObject("subject", UUID.class)),
                new AgencyId(row.getObject("agency", UUID.class)),
                new KeyId(row.getObject("key_id", UUID.class)),
                Lang.ofTag(row.getString("language")).orElse(Lang.EN),
                CopyState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("counts_from", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("extended"),
                row.getString("surely"),
                row.getString("answer"),
                time(row, "gathered_at"),
                time(row, "ended_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime utcOrNull(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }
}
