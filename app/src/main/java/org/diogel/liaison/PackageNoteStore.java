package org.diogel.liaison;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What stands beside a package: its sealed content, what was done with it, what came of it, what the
/// two sides wrote.
@Repository
class PackageNoteStore {

    private final JdbcClient jdbc;

    PackageNoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param kind `number`, `question` or `answer`
    /// @param outcome what a number belongs to
    record Sealed(
            UUID id, String kind, @Nullable UUID outcome, byte[] bytes, Instant at, UUID agency) {}

    /// @param what as in [Outcomes]
    /// @param replaces the one it corrects
    record Came(UUID id, String what, LocalDate day, @Nullable UUID replaces, Instant notedAt) {}

    /// @param kind `person`, `holder` or `task`
    record Done(String what, Instant at, String kind, @Nullable UUID agency) {}

    void putContent(PackageId id, byte[] bytes) {
        jdbc.sql("INSERT INTO liaison.content (package, bytes) VALUES (:id, :bytes)")
                .param("id", id.value())
                .param("bytes", bytes)
                .update();
    }

    Optional<byte[]> content(PackageId id) {
        return jdbc.sql("SELECT bytes FROM liaison.content WHERE package = :id")
                .param("id", id.value())
                .query((row, n) -> row.getBytes("bytes"))
                .optional();
    }

    void noteEvent(PackageId id, String what, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO liaison.event (package, what, at, kind, account, agency)
                        VALUES (:id, :what, :now, context.kind(), context.account(), context.agency())
                        """)
                .param("id", id.value())
                .param("what", what)
                .param("now", PackageStore.utc(now))
                .update();
    }

    List<Done> events(PackageId id) {
        return jdbc.sql(
                        """
                        SELECT what, at, kind, agency FROM liaison.event
                         WHERE package = :id ORDER BY number
                        """)
                .param("id", id.value())
                .query(
                        (row, n) ->
                                new Done(
                                        row.getString("what"),
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getString("kind"),
                                        row.getObject("agency", UUID.class)))
                .list();
    }

    void insertOutcome(PackageId id, Came came) {
        jdbc.sql(
                        """
                        INSERT INTO liaison.outcome
                            (id, package, what, day, replaces, noted_at, account, agency)
                        VALUES (:id, :package, :what, :day, :replaces, :now,
                            context.account(), context.agency())
                        """)
                .param("id", came.id())
                .param("package", id.value())
                .param("what", came.what())
                .param("day", came.day())
                .param("replaces", came.replaces(), Types.OTHER)
                .param("now", PackageStore.utc(came.notedAt()))
                .update();
    }

    /// Oldest first, corrected ones among them.
    List<Came> outcomes(PackageId id) {
        return jdbc.sql(
                        """
                        SELECT id, what, day, replaces, noted_at FROM liaison.outcome
                         WHERE package = :id ORDER BY day, noted_at
                        """)
                .param("id", id.value())
                .query(PackageNoteStore::came)
                .list();
    }

    /// What came of each of these packages, oldest first.
    Map<PackageId, List<Came>> outcomes(List<PackageId> packages) {
        Map<PackageId, List<Came>> all = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT package, id, what, day, replaces, noted_at FROM liaison.outcome
                         WHERE package = ANY (:packages)
                         ORDER BY day, noted_at
                        """)
                .param("packages", packages.stream().map(PackageId::value).toArray(UUID[]::new))
                .query(
                        row -> {
                            all.computeIfAbsent(
                                            new PackageId(row.getObject("package", UUID.class)),
                                            _ -> new ArrayList<>())
                                    .add(came(row, 0));
                        });
        return all;
    }

    void insertNote(
            PackageId id,
            UUID note,
            String kind,
            @Nullable UUID outcome,
            byte[] sealed,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO liaison.note (id, package, kind, outcome, bytes, at, account, agency)
                        VALUES (:id, :package, :kind, :outcome, :bytes, :now,
                            context.account(), context.agency())
                        """)
                .param("id", note)
                .param("package", id.value())
                .param("kind", kind)
                .param("outcome", outcome, Types.OTHER)
                .param("bytes", sealed)
                .param("now", PackageStore.utc(now))
                .update();
    }

    List<Sealed> notes(PackageId id) {
        return jdbc.sql(
                        """
                        SELECT id, kind, outcome, bytes, at, agency FROM liaison.note
                         WHERE package = :id ORDER BY at, id
                        """)
                .param("id", id.value())
                .query(
                        (row, n) ->
                                new Sealed(
                                        row.getObject("id", UUID.class),
                                        row.getString("kind"),
                                        row.getObject("outcome", UUID.class),
                                        row.getBytes("bytes"),
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getObject("agency", UUID.class)))
                .list();
    }

    /// Everything sealed goes with the report.
    void forget(PackageId id) {
        jdbc.sql("DELETE FROM liaison.content WHERE package = :id").param("id", id.value()).update();
        jdbc.sql("DELETE FROM liaison.note WHERE package = :id").param("id", id.value()).update();
    }

    private static Came came(ResultSet row, int number) throws SQLException {
        return new Came(
                row.getObject("id", UUID.class),
                row.getString("what"),
                row.getObject("day", LocalDate.class),
                row.getObject("replaces", UUID.class),
                row.getObject("noted_at", OffsetDateTime.class).toInstant());
    }
}
