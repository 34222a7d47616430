package org.diogel.contest;

import java.sql.ResultSet;
import java.sql.SQLException;
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

/// What officers ask projects.
@Repository
class QuestionStore {

    private final JdbcClient jdbc;

    QuestionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param bytes the question, sealed @param answer sealed, null while there is none
    record Row(
            UUID id,
            RequestId request,
            AgencyId agency,
            KeyId key,
            Instant askedAt,
            byte[] bytes,
            @Nullable Instant answeredAt,
            byte @Nullable [] answer) {}

    void insert(Row row, AccountId by) {
        jdbc.sql(
                        """
                        INSERT INTO contest.question (id, request, agency, key_id, asked_at, asked_by, bytes)
                        VALUES (:id, :request, :agency, :key, :at, :by, :bytes)
                        """)
                .param("id", row.id())
                .param("request", row.request().value())
                .param("agency", row.agency().value())
                .param("key", row.key().value())
                .param("at", RequestStore.utc(row.askedAt()))
                .param("by", by.value())
                .param("bytes", row.bytes())
                .update();
    }

    /// @return false when somebody answered it first, or it is not there
    boolean answer(UUID id, AccountId by, Instant at, byte[] sealed) {
        return jdbc.sql(
                                """
                                UPDATE contest.question
                                   SET answer = :answer, answered_at = :at, answered_by = :by
                                 WHERE id = :id AND answer IS NULL
                                """)
                        .param("id", id)
                        .param("by", by.value())
                        .param("at", RequestStore.utc(at))
                        .param("answer", sealed)
                        .update()
                == 1;
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("SELECT * FROM contest.question WHERE id = :id")
                .param("id", id)
                .query(QuestionStore::row)
                .optional();
    }

    List<Row> about(RequestId request) {
        return jdbc.sql("SELECT * FROM contest.question WHERE request = :request ORDER BY asked_at")
                .param("request", request.value())
                .query(QuestionStore::row)
                .list();
    }

    /// To one agency, what waits first.
    List<Row> to(AgencyId agency) {
        return jdbc.sql(
                        """
                        SELECT * FROM contest.question WHERE agency = :agency
                         ORDER BY answer IS NOT NULL, asked_at DESC LIMIT 200
                        """)
                .param("agency", agency.value())
                .query(QuestionStore::row)
                .list();
    }

    /// Those their desk has not been told of.
    List<Row> untold() {
        return jdbc.sql("SELECT * FROM contest.question WHERE NOT told LIMIT 100")
                .query(QuestionStore::row)
                .list();
    }

    boolean markTold(UUID id) {
        return jdbc.sql("UPDATE contest.question SET told = true WHERE id = :id AND NOT told")
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Row(
                row.getObject("id", UUID.class),
                new RequestId(row.getObject("request", UUID.class)),
                new AgencyId(row.getObject("agency", UUID.class)),
                new KeyId(row.getObject("key_id", UUID.class)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getBytes("bytes"),
                answered == null ? null : answered.toInstant(),
                row.getBytes("answer"));
    }
}
