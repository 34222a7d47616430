package org.diogel.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sealed bytes and keyed hashes; it never sees what is in them.
@Repository
class ContentStore {

    /// One row of `report.addition`, still sealed.
    record Sealed(
            UUID id,
            Addition.Author author,
            Addition.Kind kind,
            @Nullable UUID account,
            byte[] bytes,
            Instant at,
            @Nullable Instant readAt) {}

    private final JdbcClient jdbc;

    ContentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Part, byte[]> parts(ReportId report) {
        Map<Part, byte[]> parts = new EnumMap<>(Part.class);
        jdbc.sql(
                        """
                        SELECT part, bytes FROM report.sealed WHERE report = :report
                        UNION ALL SELECT 'equality', bytes FROM report.equality WHERE report = :report
                        """)
                .param("report", report.value())
                .query(
                        row -> {
                            parts.put(
                                    Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)),
                                    row.getBytes("bytes"));
                        });
        return parts;
    }

    /// One part of each of these reports that the actor may read.
    Map<ReportId, byte[]> ofSome(Part part, List<ReportId> reports) {
        Map<ReportId, byte[]> all = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT report, bytes FROM report.sealed
                         WHERE part = :part AND report = ANY (:reports)
                        """)
                .param("part", part.label())
                .param("reports", reports.stream().map(ReportId::value).toArray(UUID[]::new))
                .query(
                        row -> {
                            all.put(
                                    new ReportId(row.getObject("report", UUID.class)),
                                    row.getBytes("bytes"));
                        });
        return all;
    }

    void put(ReportId report, Part part, byte[] bytes) {
        if (part == Part.EQUALITY) {
            putEquality(report, bytes);
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO report.sealed (report, part, bytes) VALUES (:report, :part, :bytes)
                        ON CONFLICT (report, part) DO UPDATE SET bytes = excluded.bytes
                        """)
                .param("report", report.value())
                .param("part", part.label())
                .param("bytes", bytes)
                .update();
    }

    private void putEquality(ReportId report, byte[] bytes) {
        jdbc.sql(
                        """
                        INSERT INTO report.equality (report, bytes) VALUES (:report, :bytes)
                        ON CONFLICT (report) DO UPDATE SET bytes = excluded.bytes
                        """)
                .param("report", report.value())
                .param("bytes", bytes)
                .update();
    }

    void putIdentifier(ReportId report, String kind, boolean possible, byte[] tag) {
        jdbc.sql(
                        """
                        INSERT INTO report.identifier (report, kind, possible, tag)
                        VALUES (:report, :kind, :possible, :tag)
                        """)
                .param("report", report.value())
                .param("kind", kind)
                .param("possible", possible)
                .param("tag", tag)
                .update();
    }

    void add(ReportId report, Sealed addition) {
        jdbc.sql(
                        """
                        INSERT INTO report.addition (id, report, author, kind, account, bytes, at)
                        VALUES (:id, :report, :author, :kind, :account, :bytes, :at)
                        """)
                .paramSource(values(report, addition))
                .update();
    }

    /// False when there is one of this id.
    boolean addOnce(ReportId report, Sealed addition) {
        return jdbc.sql(
                                """
                                INSERT INTO report.addition (id, report, author, kind, account, bytes, at)
                                VALUES (:id, :report, :author, :kind, :account, :bytes, :at)
                                ON CONFLICT DO NOTHING
                                """)
                        .paramSource(values(report, addition))
                        .update()
                == 1;
    }

    /// What she did the desk has to be told of.
    void markUntold(ReportId report) {
        jdbc.sql("UPDATE report.report SET untold = true WHERE id = :report")
                .param("report", report.value())
                .update();
    }

    private static MapSqlParameterSource values(ReportId report, Sealed addition) {
        return new MapSqlParameterSource()
                .addValue("id", addition.id())
                .addValue("report", report.value())
                .addValue("author", addition.author().name().toLowerCase(Locale.ROOT))
                .addValue("kind", addition.kind().label())
                .addValue("account", addition.account(), Types.OTHER)
                .addValue("bytes", addition.bytes())
                .addValue("at", ReportStore.utc(addition.at()));
    }

    /// Oldest first; the row policies leave out what the actor may not read.
    List<Sealed> additions(ReportId report) {
        return jdbc.sql(
                        """
                        SELECT id, author, kind, account, bytes, at, read_at
                          FROM report.addition WHERE report = :report ORDER BY at, id
                        """)
                .param("report", report.value())
                .query(ContentStore::sealed)
                .list();
    }

    /// What the other side wrote has now been read.
    void noteRead(ReportId report, Addition.Author writtenBy, Instant now) {
        jdbc.sql(
                        """
                        UPDATE report.addition SET read_at = :now
                         WHERE report = :report AND author = :author AND read_at IS NULL
                        """)
                .param("report", report.value())
                .param("author", writtenBy.name().toLowerCase(Locale.ROOT))
                .param("now", ReportStore.utc(now))
                .update();
    }

    private static Sealed sealed(ResultSet row, int number) throws SQLException {
        return new Sealed(
                row.getObject("id", UUID.class),
                Addition.Author.valueOf(row.getString("author").toUpperCase(Locale.ROOT)),
                Addition.Kind.read(row.getString("kind")),
                row.getObject("account", UUID.class),
                row.getBytes("bytes"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                ReportStore.instant(row, "read_at"));
    }
}
