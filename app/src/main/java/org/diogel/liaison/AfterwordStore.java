package org.diogel.liaison;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.report.ReportId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What those who got a warning by hand have to be told afterwards.
@Repository
class AfterwordStore {

    private final JdbcClient jdbc;

    AfterwordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Packages that brought this warning, itself or as a correction afterwards.
    List<PackageId> bearing(UUID warning) {
        return jdbc.sql(
                        """
                        SELECT id FROM liaison.package
                         WHERE state <> 'TAKEN_BACK'
                           AND (warning = :warning
                                OR id IN (SELECT package FROM liaison.afterword WHERE correction = :warning))
                         ORDER BY id
                        """)
                .param("warning", warning)
                .query((row, _) -> new PackageId(row.getObject("id", UUID.class)))
                .list();
    }

    /// Puts it in the place of what was not said yet.
    void put(PackageRow row, String what, @Nullable UUID correction, Instant now) {
        int changed =
                jdbc.sql(
                                """
                                UPDATE liaison.afterword
                                   SET what = :what, correction = :correction, since = :now,
                                       taken_at = NULL, version = version + 1
                                 WHERE package = :package AND told_on IS NULL
                                """)
                        .param("package", row.id().value())
                        .param("what", what)
                        .param("correction", correction, Types.OTHER)
                        .param("now", PackageStore.utc(now))
                        .update();
        if (changed == 0) {
            jdbc.sql(
                            """
                            INSERT INTO liaison.afterword
                                (id, package, report, agency, reference, recipient, what, correction, since)
                            VALUES (:id, :package, :report, :agency, :reference, :recipient, :what,
                                :correction, :now)
                            """)
                    .param("id", UUID.randomUUID())
                    .param("package", row.id().value())
                    .param("report", row.report().value())
                    .param("agency", row.agency().value())
                    .param("reference", row.reference())
                    .param("recipient", row.recipient())
                    .param("what", what)
                    .param("correction", correction, Types.OTHER)
                    .param("now", PackageStore.utc(now))
                    .update();
        }
    }

    /// Nobody was told yet, longest first.
    List<Afterword> open() {
        return jdbc.sql("SELECT * FROM liaison.afterword WHERE told_on IS NULL ORDER BY since, id")
                .query(AfterwordStore::row)
                .list();
    }

    List<Afterword> ofReport(ReportId report) {
        return jdbc.sql("SELECT * FROM liaison.afterword WHERE report = :report ORDER BY since, id")
                .param("report", report.value())
                .query(AfterwordStore::row)
                .list();
    }

    Optional<Afterword> find(UUID id) {
        return jdbc.sql("SELECT * FROM liaison.afterword WHERE id = :id")
                .param("id", id)
                .query(AfterwordStore::row)
                .optional();
    }

    /// As [#find], holding the row until the transaction ends.
    Optional<Afterword> lock(UUID id) {
        return jdbc.sql("SELECT * FROM liaison.afterword WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(AfterwordStore::row)
                .optional();
    }

    void take(UUID id, Instant now) {
        jdbc.sql(
                        """
                        UPDATE liaison.afterword SET taken_at = coalesce(taken_at, :now)
                         WHERE id = :id AND told_on IS NULL
                        """)
                .param("id", id)
                .param("now", PackageStore.utc(now))
                .update();
    }

    /// Only that the earlier one no longer counts is to be said.
    void withoutText(UUID id) {
        jdbc.sql(
                        """
                        UPDATE liaison.afterword
                           SET what = 'withdrawn', correction = NULL, taken_at = NULL, version = version + 1
                         WHERE id = :id AND told_on IS NULL
                        """)
                .param("id", id)
                .update();
    }

    /// False when it was said already, or is no longer what was read.
    boolean told(UUID id, int version, LocalDate on, String how) {
        return jdbc.sql(
                                """
                                UPDATE liaison.afterword SET told_on = :on, told_how = :how, version = version + 1
                                 WHERE id = :id AND version = :version AND told_on IS NULL
                                   AND taken_at IS NOT NULL
                                """)
                        .param("id", id)
                        .param("version", version)
                        .param("on", on)
                        .param("how", how)
                        .update()
                == 1;
    }

    /// Nobody got anything that would have to be put right.
    void drop(PackageId id) {
        jdbc.sql("DELETE FROM liaison.afterword WHERE package = :id AND told_on IS NULL")
                .param("id", id.value())
                .update();
    }

    private static Afterword row(ResultSet row, int number) throws SQLException {
        OffsetDateTime taken = row.getObject("taken_at", OffsetDateTime.class);
        return new Afterword(
                row.getObject("id", UUID.class),
                new PackageId(row.getObject("package", UUID.class)),
                new ReportId(row.getObject("report", UUID.class)),
                row.getString("reference"),
                row.getString("recipient"),
                row.getString("what"),
                row.getObject("correction", UUID.class),
                row.getInt("version"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                taken == null ? null : taken.toInstant(),
                row.getObject("told_on", LocalDate.class),
                row.getString("told_how"));
    }
}
