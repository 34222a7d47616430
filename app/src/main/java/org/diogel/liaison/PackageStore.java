package org.diogel.liaison;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diogel.consent.SharingChoice;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Region;
import org.diogel.report.ReportId;
import org.diogel.report.Severity;
import org.diogel.vault.KeyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Packages without what is in them; what it finds depends on who is acting.
@Repository
class PackageStore {

    private final JdbcClient jdbc;

    PackageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Lets whoever opens the package open this file of its report.
    void addFile(PackageId id, UUID file) {
        jdbc.sql("INSERT INTO liaison.file (package, file) VALUES (:package, :file)")
                .param("package", id.value())
                .param("file", file)
                .update();
    }

    /// A file that goes with a package. @param takenAt when it was first saved, null until then
    record Given(UUID file, @Nullable Instant takenAt) {}

    List<Given> files(PackageId id) {
        return jdbc.sql("SELECT file, taken_at FROM liaison.file WHERE package = :package")
                .param("package", id.value())
                .query(
                        (row, n) ->
                                new Given(row.getObject("file", UUID.class), instant(row, "taken_at")))
                .list();
    }

    /// It was saved: the first time stays.
    void tookFile(PackageId id, UUID file, Instant now) {
        jdbc.sql(
                        """
                        UPDATE liaison.file SET taken_at = :now
                         WHERE package = :package AND file = :file AND taken_at IS NULL
                        """)
                .param("package", id.value())
                .param("file", file)
                .param("now", utc(now))
                .update();
    }

    void insert(PackageRow row) {
        jdbc.sql(
                        """
                        INSERT INTO liaison.package
                            (id, reference, report, agency, recipient, choice, receiver, key_id, state,
                             severity, region, hate, warning, mark, passed_at, officer_news,
                             follows, addition)
                        VALUES (:id, :reference, :report, :agency, :recipient, :choice, :receiver, :key,
                             :state, :severity, :region, :hate, :warning, :mark, :at, :news,
                             :follows, :addition)
                        """)
                .param("id", row.id().value())
                .param("reference", row.reference())
                .param("report", row.report().value())
                .param("agency", row.agency().value())
                .param("recipient", row.recipient())
                .param("choice", row.choice().name())
                .param(
                        "receiver",
                        row.receiver() == null ? null : row.receiver().value(),
                        Types.OTHER)
                .param("key", row.key().value())
                .param("state", row.state().name())
                .param("severity", row.severity() == null ? null : row.severity().name())
                .param("region", row.region() == null ? null : row.region().name())
                .param("hate", row.hate())
                .param("warning", row.warning(), Types.OTHER)
                .param("mark", row.mark())
                .param("at", utc(row.passedAt()))
                .param("news", row.officerNews())
                .param("follows", row.follows() == null ? null : row.follows().value(), Types.OTHER)
                .param("addition", row.addition(), Types.OTHER)
                .update();
    }

    Optional<PackageRow> find(PackageId id) {
        return jdbc.sql("SELECT * FROM liaison.package WHERE id = :id")
                .param("id", id.value())
                .query(PackageStore::row)
                .optional();
    }

    /// As [#find], holding the row until the transaction ends.
    Optional<PackageRow> lock(PackageId id) {
        return jdbc.sql("SELECT * FROM liaison.package WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(PackageStore::row)
                .optional();
    }

    /// What followed it, oldest first.
    List<PackageRow> following(PackageId id) {
        return jdbc.sql(
                        """
                        SELECT * FROM liaison.package WHERE follows = :id ORDER BY passed_at, id
                        """)
                .param("id", id.value())
                .query(PackageStore::row)
                .list();
    }

    /// What a desk has still to do something about, or wait for, newest first.
    ///
    /// @param hidden reports of which only what is in somebody's hands is there
    List<PackageRow> underWay(AgencyId desk, Set<ReportId> hidden) {
        return jdbc.sql(
                        """
                        SELECT * FROM liaison.package
                         WHERE agency = :desk AND (state IN ('TO_HAND', 'PRINTED', 'SENT') OR desk_news)
                           AND (state = 'PRINTED' OR report <> ALL (:hidden))
                         ORDER BY passed_at DESC, id LIMIT 2000
                        """)
                .param("desk", desk.value())
                .param("hidden", ids(hidden))
                .query(PackageStore::row)
                .list();
    }

    long countGone(AgencyId desk, Set<ReportId> hidden) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM liaison.package
                         WHERE agency = :desk AND state IN ('OPENED', 'HANDED')
                           AND report <> ALL (:hidden)
                        """)
                .param("desk", desk.value())
                .param("hidden", ids(hidden))
                .query(Long.class)
                .single();
    }

    /// What was opened or handed over, newest first. @param hidden reports that are not there
    List<PackageRow> gone(AgencyId desk, Set<ReportId> hidden, long skip, int most) {
        return jdbc.sql(
                        """
                        SELECT * FROM liaison.package
                         WHERE agency = :desk AND state IN ('OPENED', 'HANDED')
                           AND report <> ALL (:hidden)
                         ORDER BY passed_at DESC, id OFFSET :skip LIMIT :most
                        """)
                .param("desk", desk.value())
                .param("hidden", ids(hidden))
                .param("skip", skip)
                .param("most", most)
                .query(PackageStore::row)
                .list();
    }

    private static UUID[] ids(Set<ReportId> reports) {
        return reports.stream().map(ReportId::value).toArray(UUID[]::new);
    }

    List<PackageRow> ofReport(ReportId report) {
        return jdbc.sql(
                        """
                        SELECT * FROM liaison.package WHERE report = :report ORDER BY passed_at, id
                        """)
                .param("report", report.value())
                .query(PackageStore::row)
                .list();
    }

    /// Those in which something is to be told or nobody may be there: for background work.
    List<PackageRow> unsettled() {
        return jdbc.sql(
                        """
                        SELECT * FROM liaison.package
                         WHERE officer_news OR desk_news OR state = 'SENT'
                         ORDER BY passed_at
                        """)
                .query(PackageStore::row)
                .list();
    }

    /// Moves it on, only from the state the move begins in; false when it is no longer there.
    boolean move(PackageId id, PackageMove move, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE liaison.package
                                   SET state = :to, version = version + 1,
                                       opened_at = CASE WHEN :to = 'OPENED' THEN coalesce(opened_at, :now) END,
                                       printed_at = CASE WHEN :to = 'PRINTED' THEN coalesce(printed_at, :now) ELSE printed_at END,
                                       ended_at = CASE WHEN :to = 'TAKEN_BACK' THEN :now END,
                                       asked_back_at = CASE WHEN :event = 'asked-back' THEN coalesce(asked_back_at, :now) ELSE asked_back_at END,
                                       receiver = CASE WHEN :to = 'TO_HAND' THEN NULL ELSE receiver END,
                                       came_back = came_back OR :event = 'returned',
                                       officer_news = CASE WHEN :event IN ('passed', 'asked-back') THEN receiver IS NOT NULL ELSE false END,
                                       officer_told_at = CASE WHEN :event = 'asked-back' THEN NULL ELSE officer_told_at END,
                                       desk_news = desk_news OR :event IN ('returned', 'asked-back'),
                                       desk_told_at = CASE WHEN :event IN ('returned', 'asked-back') THEN NULL ELSE desk_told_at END
                                 WHERE id = :id AND state = :from
                                """)
                        .param("id", id.value())
                        .param("from", String.valueOf(move.from))
                        .param("to", move.to.name())
                        .param("event", move.event)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    boolean hand(PackageId id, LocalDate on, String how) {
        return jdbc.sql(
                                """
                                UPDATE liaison.package
                                   SET state = 'HANDED', version = version + 1, handed_on = :on, handed_how = :how
                                 WHERE id = :id AND state = 'PRINTED'
                                """)
                        .param("id", id.value())
                        .param("on", on)
                        .param("how", how)
                        .update()
                == 1;
    }

    /// Something came for the desk: an outcome, a question.
    void tellDesk(PackageId id) {
        jdbc.sql(
                        """
                        UPDATE liaison.package
                           SET desk_news = true, desk_told_at = NULL, version = version + 1
                         WHERE id = :id
                        """)
                .param("id", id.value())
                .update();
    }

    /// Something came for the force: an answer.
    void tellOfficers(PackageId id) {
        jdbc.sql(
                        """
                        UPDATE liaison.package
                           SET officer_news = receiver IS NOT NULL, officer_told_at = NULL,
                               version = version + 1
                         WHERE id = :id
                        """)
                .param("id", id.value())
                .update();
    }

    void seenByDesk(PackageId id) {
        jdbc.sql("UPDATE liaison.package SET desk_news = false WHERE id = :id AND desk_news")
                .param("id", id.value())
                .update();
    }

    void seenByOfficers(PackageId id) {
        jdbc.sql("UPDATE liaison.package SET officer_news = false WHERE id = :id AND officer_news")
                .param("id", id.value())
                .update();
    }

    void noteOfficersTold(PackageId id, Instant now) {
        jdbc.sql("UPDATE liaison.package SET officer_told_at = :now WHERE id = :id")
                .param("id", id.value())
                .param("now", utc(now))
                .update();
    }

    void noteDeskTold(PackageId id, Instant now) {
        jdbc.sql("UPDATE liaison.package SET desk_told_at = :now WHERE id = :id")
                .param("id", id.value())
                .param("now", utc(now))
                .update();
    }

    static PackageRow row(ResultSet row, int number) throws SQLException {
        String severity = row.getString("severity");
        String region = row.getString("region");
        UUID receiver = row.getObject("receiver", UUID.class);
        UUID follows = row.getObject("follows", UUID.class);
        return new PackageRow(
                new PackageId(row.getObject("id", UUID.class)),
                row.getString("reference"),
                new ReportId(row.getObject("report", UUID.class)),
                new AgencyId(row.getObject("agency", UUID.class)),
                row.getString("recipient"),
                SharingChoice.valueOf(row.getString("choice")),
                receiver == null ? null : new AgencyId(receiver),
                new KeyId(row.getObject("key_id", UUID.class)),
                PackageState.valueOf(row.getString("state")),
                row.getInt("version"),
                severity == null ? null : Severity.valueOf(severity),
                region == null ? null : Region.valueOf(region),
                row.getBoolean("hate"),
                row.getObject("warning", UUID.class),
                row.getBytes("mark"),
                row.getObject("passed_at", OffsetDateTime.class).toInstant(),
                instant(row, "opened_at"),
                instant(row, "printed_at"),
                row.getObject("handed_on", LocalDate.class),
                row.getString("handed_how"),
                instant(row, "asked_back_at"),
                instant(row, "ended_at"),
                row.getBoolean("came_back"),
                row.getBoolean("officer_news"),
                instant(row, "officer_told_at"),
                row.getBoolean("desk_news"),
                instant(row, "desk_told_at"),
                follows == null ? null : new PackageId(follows),
                row.getObject("addition", UUID.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
