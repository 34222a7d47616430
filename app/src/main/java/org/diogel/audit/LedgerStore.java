package org.diogel.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.ledger.TileId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LedgerStore {

    /// Any number, the same on every server: whoever holds it gives rows their places.
    private static final long LOCK = 0x4469_6f67_656cL;

    private final JdbcClient jdbc;

    LedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param leaf the commitment to a row
    record Waiting(long entry, byte[] leaf) {}

    /// @param index null while it waits for its place
    record Placed(@Nullable Long index, List<String> fields, Instant at) {}

    boolean isAnyWaiting() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM audit.pending)").query(Boolean.class).single();
    }

    /// Until the transaction ends; false while another server has it.
    boolean lock() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    /// How many rows have their place.
    long size() {
        return jdbc.sql("SELECT coalesce(max(index) + 1, 0) FROM audit.line")
                .query(Long.class)
                .single();
    }

    /// Whatever waits, in the order of its numbers: one that committed late is among the next.
    List<Waiting> take(int most) {
        return jdbc
                .sql(
                        """
                        DELETE FROM audit.pending WHERE entry IN (
                            SELECT entry FROM audit.pending ORDER BY entry LIMIT :most)
                        RETURNING entry, leaf
                        """)
                .param("most", most)
                .query((row, n) -> new Waiting(row.getLong("entry"), row.getBytes("leaf")))
                .list()
                .stream()
                .sorted(Comparator.comparingLong(Waiting::entry))
                .toList();
    }

    void place(long first, List<Long> entries) {
        jdbc.sql(
                        """
                        INSERT INTO audit.line (index, entry)
                        SELECT :first + n - 1, entry
                          FROM unnest(:entries) WITH ORDINALITY AS e(entry, n)
                        """)
                .param("first", first)
                .param("entries", entries.toArray(Long[]::new))
                .update();
    }

    Optional<byte[]> tile(TileId tile) {
        return jdbc.sql("SELECT hashes FROM audit.tile WHERE level = :level AND index = :index")
                .param("level", tile.level())
                .param("index", tile.index())
                .query((row, n) -> row.getBytes("hashes"))
                .optional();
    }

    void keep(TileId tile, byte[] hashes) {
        jdbc.sql(
                        """
                        INSERT INTO audit.tile (level, index, hashes) VALUES (:level, :index, :hashes)
                        ON CONFLICT (level, index) DO UPDATE SET hashes = excluded.hashes
                        """)
                .param("level", tile.level())
                .param("index", tile.index())
                .param("hashes", hashes)
                .update();
    }

    /// Of each hour the last one is kept.
    void keep(SignedCheckpoint checkpoint) {
        var at = checkpoint.at().atOffset(ZoneOffset.UTC);
        jdbc.sql(
                        """
                        DELETE FROM audit.checkpoint
                         WHERE at >= date_trunc('hour', CAST(:at AS timestamptz)) AND at <= :at
                        """)
                .param("at", at)
                .update();
        jdbc.sql("INSERT INTO audit.checkpoint (size, at, note) VALUES (:size, :at, :note)")
                .param("size", checkpoint.size())
                .param("at", at)
                .param("note", checkpoint.note())
                .update();
    }

    /// The signed texts, the longest record's first.
    List<String> notes(int most) {
        return jdbc.sql("SELECT note FROM audit.checkpoint ORDER BY size DESC LIMIT :most")
                .param("most", most)
                .query(String.class)
                .list();
    }

    /// Of each day the last, newest first.
    List<String> daily(int most) {
        return jdbc.sql(
                        """
                        SELECT note FROM (
                            SELECT DISTINCT ON (day) day, note FROM (
                                SELECT (at AT TIME ZONE 'Europe/London')::date AS day, size, note
                                  FROM audit.checkpoint) AS dated
                             ORDER BY day, size DESC) AS last
                         ORDER BY day DESC LIMIT :most
                        """)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /// Rows of one action about one thing, as far as the one acting may read them.
    List<Placed> placed(UUID subject, String action) {
        return jdbc.sql(
                        """
                        SELECT l.index, e.fields, e.at
                          FROM audit.entry e LEFT JOIN audit.line l ON l.entry = e.id
                         WHERE e.subject = :subject AND e.action = :action AND e.outcome = 'done'
                         ORDER BY e.id
                        """)
                .param("subject", subject)
                .param("action", action)
                .query(LedgerStore::read)
                .list();
    }

    private static Placed read(ResultSet row, int number) throws SQLException {
        return new Placed(
                row.getObject("index", Long.class),
                List.of((String[]) row.getArray("fields").getArray()),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /// The row at an index, where the one acting may read it.
    Optional<AuditRow> row(long index) {
        return jdbc.sql(
                        """
                        SELECT e.* FROM audit.line l JOIN audit.entry e ON e.id = l.entry
                         WHERE l.index = :index
                        """)
                .param("index", index)
                .query((row, n) -> VerifyStore.row(row))
                .optional();
    }
}
