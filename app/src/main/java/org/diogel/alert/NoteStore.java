package org.diogel.alert;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.diogel.vault.KeyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sealed texts, events, approvals and readings of warnings.
@Repository
class NoteStore {

    private final JdbcClient jdbc;

    NoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void putContent(AlertId id, byte[] bytes) {
        jdbc.sql(
                        """
                        INSERT INTO alert.content (alert, bytes) VALUES (:id, :bytes)
                        ON CONFLICT (alert) DO UPDATE SET bytes = excluded.bytes
                        """)
                .param("id", id.value())
                .param("bytes", bytes)
                .update();
    }

    /// The data key everything about this warning is sealed under.
    KeyId key(AlertId id) {
        return jdbc.sql("SELECT key_id FROM alert.alert WHERE id = :id")
                .param("id", id.value())
                .query((row, n) -> new KeyId(row.getObject("key_id", UUID.class)))
                .single();
    }

    Optional<byte[]> content(AlertId id) {
        return jdbc.sql("SELECT bytes FROM alert.content WHERE alert = :id")
                .param("id", id.value())
                .query((row, n) -> row.getBytes("bytes"))
                .optional();
    }

    /// Removes the text and every reason.
    void forget(AlertId id) {
        jdbc.sql("DELETE FROM alert.content WHERE alert = :id").param("id", id.value()).update();
        jdbc.sql("UPDATE alert.event SET note = NULL WHERE alert = :id AND note IS NOT NULL")
                .param("id", id.value())
                .update();
    }

    /// @param note sealed, or null
    /// @param stopped messages that never went, or null where nothing was cancelled
    /// @param gone messages that had gone, or null
    record Event(
            AlertId alert,
            String what,
            Instant at,
            byte @Nullable [] note,
            @Nullable Integer stopped,
            @Nullable Integer gone) {}

    void insert(Event event) {
        jdbc.sql(
                        """
                        INSERT INTO alert.event (alert, what, at, kind, account, stopped, gone, note)
                        VALUES (:alert, :what, :at, context.kind(), context.account(), :stopped, :gone,
                            :note)
                        """)
                .param("alert", event.alert().value())
                .param("what", event.what())
                .param("at", AlertStore.utc(event.at()))
                .param("stopped", event.stopped(), Types.INTEGER)
                .param("gone", event.gone(), Types.INTEGER)
                .param("note", event.note(), Types.BINARY)
                .update();
    }

    /// @param number of the event, the place its note is sealed for
    record Noted(
            long number,
            String what,
            Instant at,
            String kind,
            @Nullable UUID account,
            byte @Nullable [] note) {}

    List<Noted> events(AlertId id) {
        return jdbc.sql("SELECT * FROM alert.event WHERE alert = :id ORDER BY number")
                .param("id", id.value())
                .query(
                        (row, n) ->
                                new Noted(
                                        row.getLong("number"),
                                        row.getString("what"),
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getString("kind"),
                                        row.getObject("account", UUID.class),
                                        row.getBytes("note")))
                .list();
    }

    /// Whether somebody wrote any of it, proposed it, or published it alone.
    boolean tookPart(AlertId id, AccountId account) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM alert.event
                                 WHERE alert = :id AND account = :account
                                   AND what IN ('started', 'saved', 'proposed', 'published-alone'))
                        """)
                .param("id", id.value())
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    void insertApproval(AlertId id, AccountId by, boolean emergency, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO alert.approval (alert, account, emergency, at)
                        VALUES (:id, :by, :emergency, :at)
                        """)
                .param("id", id.value())
                .param("by", by.value())
                .param("emergency", emergency)
                .param("at", AlertStore.utc(at))
                .update();
    }

    void insertReading(AlertId id, AccountId account, AgencyId agency, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO alert.reading (alert, account, agency, at)
                        VALUES (:id, :account, :agency, :at)
                        ON CONFLICT DO NOTHING
                        """)
                .param("id", id.value())
                .param("account", account.value())
                .param("agency", agency.value())
                .param("at", AlertStore.utc(at))
                .update();
    }

    /// How many agencies have opened it.
    int readers(AlertId id) {
        return jdbc.sql("SELECT count(DISTINCT agency) FROM alert.reading WHERE alert = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /// @param count members who have opened it @param last when one of them did so first last
    record Opened(int count, @Nullable Instant last) {}

    Opened opened(AlertId id) {
        return jdbc.sql("SELECT count(*) AS n, max(at) AS last FROM alert.reading WHERE alert = :id")
                .param("id", id.value())
                .query(
                        (row, n) -> {
                            OffsetDateTime last = row.getObject("last", OffsetDateTime.class);
                            return new Opened(
                                    row.getInt("n"), last == null ? null : last.toInstant());
                        })
                .single();
    }

    /// Whoever has opened it.
    List<AccountId> readersOf(AlertId id) {
        return jdbc.sql("SELECT account FROM alert.reading WHERE alert = :id")
                .param("id", id.value())
                .query((row, n) -> new AccountId(row.getObject("account", UUID.class)))
                .list();
    }
}
