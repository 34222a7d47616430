package org.diogel.subjectaccess;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.Held;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Pieces and copies, still sealed.
@Repository
class PieceStore {

    /// One row of `subjectaccess.piece`.
    record Row(
            UUID id,
            int number,
            String source,
            Held.Whose whose,
            boolean proposed,
            byte @Nullable [] bytes,
            @Nullable Boolean given,
            List<Integer> struck,
            @Nullable String exemption,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt) {}

    private final JdbcClient jdbc;

    PieceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes away what was gathered before; what the officer added herself stays.
    void clear(CopyId request) {
        jdbc.sql("DELETE FROM subjectaccess.piece WHERE request = :request AND source <> 'added'")
                .param("request", request.value())
                .update();
    }

    int last(CopyId request) {
        return jdbc.sql("SELECT coalesce(max(number), 0) FROM subjectaccess.piece WHERE request = :request")
                .param("request", request.value())
                .query(Integer.class)
                .single();
    }

    void insert(CopyId request, Row row) {
        jdbc.sql(
                        """
                        INSERT INTO subjectaccess.piece
                            (id, request, number, source, whose, proposed, bytes)
                        VALUES (:id, :request, :number, :source, :whose, :proposed, :bytes)
                        """)
                .param("id", row.id())
                .param("request", request.value())
                .param("number", row.number())
                .param("source", row.source())
                .param("whose", row.whose().name())
                .param("proposed", row.proposed())
                .param("bytes", row.bytes(), Types.BINARY)
                .update();
    }

    /// How many there are, and of how many nothing is decided.
    Copies.Tally tally(CopyId request) {
        return jdbc.sql(
                        """
                        SELECT count(*) AS every, count(*) FILTER (WHERE given IS NULL) AS waiting
                          FROM subjectaccess.piece WHERE request = :request
                        """)
                .param("request", request.value())
                .query((row, n) -> new Copies.Tally(row.getLong("every"), row.getLong("waiting")))
                .single();
    }

    /// What is decided last comes last.
    List<Row> some(CopyId request, long skip, int most) {
        return jdbc.sql(
                        """
                        SELECT * FROM subjectaccess.piece WHERE request = :request
                         ORDER BY number OFFSET :skip LIMIT :most
                        """)
                .param("request", request.value())
                .param("skip", skip)
                .param("most", most)
                .query(PieceStore::row)
                .list();
    }

    List<Row> all(CopyId request) {
        return jdbc.sql("SELECT * FROM subjectaccess.piece WHERE request = :request ORDER BY number")
                .param("request", request.value())
                .query(PieceStore::row)
                .list();
    }

    Optional<Row> find(CopyId request, UUID piece) {
        return jdbc.sql("SELECT * FROM subjectaccess.piece WHERE request = :request AND id = :id")
                .param("request", request.value())
                .param("id", piece)
                .query(PieceStore::row)
                .optional();
    }

    boolean decide(CopyId request, Decision decision, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE subjectaccess.piece
                                   SET given = :given, struck = :struck, exemption = :exemption,
                                       decided_by = context.account(), decided_at = :now
                                 WHERE request = :request AND id = :id
                                """)
                        .param("request", request.value())
                        .param("id", decision.piece())
                        .param("given", decision.given())
                        .param("struck", decision.struck().toArray(Integer[]::new))
                        .param("exemption", decision.exemption(), Types.VARCHAR)
                        .param("now", CopyStore.utc(now))
                        .update()
                == 1;
    }

    /// Gives everything that is hers alone and still waits.
    int giveHers(CopyId request, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE subjectaccess.piece
                           SET given = true, struck = '{}', exemption = NULL,
                               decided_by = context.account(), decided_at = :now
                         WHERE request = :request AND whose = 'HERS' AND source <> 'added'
                           AND given IS NULL
                        """)
                .param("request", request.value())
                .param("now", CopyStore.utc(now))
                .update();
    }

    void put(CopyId request, byte[] bytes, Instant now, Instant ends) {
        jdbc.sql(
                        """
                        INSERT INTO subjectaccess.pack (request, bytes, made_by, made_at, ends_at)
                        VALUES (:request, :bytes, context.account(), :now, :ends)
                        """)
                .param("request", request.value())
                .param("bytes", bytes)
                .param("now", CopyStore.utc(now))
                .param("ends", CopyStore.utc(ends))
                .update();
    }

    Optional<byte[]> pack(CopyId request) {
        return jdbc.sql("SELECT bytes FROM subjectaccess.pack WHERE request = :request")
                .param("request", request.value())
                .query((row, n) -> row.getBytes("bytes"))
                .optional();
    }

    Optional<Instant> ends(CopyId request) {
        return jdbc.sql("SELECT ends_at FROM subjectaccess.pack WHERE request = :request")
                .param("request", request.value())
                .query((row, n) -> row.getObject("ends_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /// Copies whose fourteen days are over, and what was gathered for a request that ended without one.
    List<CopyId> over() {
        return jdbc.sql(
                        """
                        SELECT request FROM subjectaccess.pack WHERE ends_at <= now()
                        UNION
                        SELECT p.request FROM subjectaccess.piece p
                          JOIN subjectaccess.request r ON r.id = p.request
                         WHERE r.state = 'ENDED' AND p.bytes IS NOT NULL
                           AND NOT EXISTS (SELECT 1 FROM subjectaccess.pack k WHERE k.request = r.id)
                         LIMIT 100
                        """)
                .query((row, n) -> new CopyId(row.getObject("request", UUID.class)))
                .list();
    }

    /// Takes away the copy and what its pieces say; what was decided stays.
    void empty(CopyId request) {
        jdbc.sql("UPDATE subjectaccess.piece SET bytes = NULL WHERE request = :request AND bytes IS NOT NULL")
                .param("request", request.value())
                .update();
        jdbc.sql("DELETE FROM subjectaccess.pack WHERE request = :request")
                .param("request", request.value())
                .update();
    }

    /// Requests about a report that is erased.
    List<CopyId> about(UUID report) {
        return jdbc.sql("SELECT id FROM subjectaccess.request WHERE kind = 'report' AND subject = :report")
                .param("report", report)
                .query((row, n) -> new CopyId(row.getObject("id", UUID.class)))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime at = row.getObject("decided_at", OffsetDateTime.class);
        return new Row(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getString("source"),
                Held.Whose.valueOf(row.getString("whose")),
                row.getBoolean("proposed"),
                row.getBytes("bytes"),
                row.getObject("given", Boolean.class),
                Arrays.asList((Integer[]) row.getArray("struck").getArray()),
                row.getString("exemption"),
                row.getObject("decided_by", UUID.class),
                at == null ? null : at.toInstant());
    }
}
