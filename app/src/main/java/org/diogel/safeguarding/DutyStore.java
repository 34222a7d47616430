package org.diogel.safeguarding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.AgencyId;
import org.diogel.report.ReportId;
import org.diogel.vault.KeyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DutyStore {

    private final JdbcClient jdbc;

    DutyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param what as in [DutyData#STEPS], or `passed`
    record Event(UUID id, String what, LocalDate day, Instant at) {}

    /// @return false when this one, or another under the same number, is there already
    boolean insert(DutyRow row) {
        return jdbc.sql(
                                """
                                INSERT INTO safeguarding.duty
                                    (id, report, number, agency, key_id, lead, test, route, ground,
                                     passed_at, written_due, answer_due, look_again, told_on)
                                VALUES (:id, :report, :number, context.agency(), :key, context.account(),
                                    :test, :route, :ground, :passed, :written, :answer, :again, :told)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("id", row.id().value())
                        .param("report", row.report().value())
                        .param("number", row.number())
                        .param("key", row.key().value())
                        .param("test", row.test())
                        .param("route", row.route())
                        .param("ground", row.ground())
                        .param("passed", utc(row.passedAt()))
                        .param("written", utc(row.writtenDue()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("answer", row.answerDue())
                        .param("again", row.lookAgain(), Types.DATE)
                        .param("told", row.toldOn(), Types.DATE)
                        .update()
                == 1;
    }

    void addEvent(DutyId duty, Event event) {
        jdbc.sql(
                        """
                        INSERT INTO safeguarding.event (id, duty, what, day, at, account)
                        VALUES (:id, :duty, :what, :day, :at, context.account())
                        """)
                .param("id", event.id())
                .param("duty", duty.value())
                .param("what", event.what())
                .param("day", event.day())
                .param("at", utc(event.at()))
                .update();
    }

    List<Event> events(DutyId duty) {
        return jdbc.sql(
                        """
                        SELECT id, what, day, at FROM safeguarding.event
                         WHERE duty = :duty ORDER BY number
                        """)
                .param("duty", duty.value())
                .query(
                        (row, n) ->
                                new Event(
                                        row.getObject("id", UUID.class),
                                        row.getString("what"),
                                        row.getObject("day", LocalDate.class),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void putWords(UUID id, DutyId duty, byte[] bytes) {
        jdbc.sql("INSERT INTO safeguarding.words (id, duty, bytes) VALUES (:id, :duty, :bytes)")
                .param("id", id)
                .param("duty", duty.value())
                .param("bytes", bytes)
                .update();
    }

    Optional<byte[]> words(UUID id) {
        return jdbc.sql("SELECT bytes FROM safeguarding.words WHERE id = :id")
                .param("id", id)
                .query((row, n) -> row.getBytes("bytes"))
                .optional();
    }

    void forget(ReportId report) {
        jdbc.sql(
                        """
                        DELETE FROM safeguarding.words WHERE duty IN
                            (SELECT id FROM safeguarding.duty WHERE report = :report)
                        """)
                .param("report", report.value())
                .update();
    }

    List<DutyRow> all() {
        return jdbc.sql("SELECT * FROM safeguarding.duty ORDER BY passed_at, id")
                .query(DutyStore::row)
                .list();
    }

    List<DutyRow> of(ReportId report) {
        return jdbc.sql("SELECT * FROM safeguarding.duty WHERE report = :report ORDER BY number")
                .param("report", report.value())
                .query(DutyStore::row)
                .list();
    }

    Optional<DutyRow> find(DutyId id) {
        return jdbc.sql("SELECT * FROM safeguarding.duty WHERE id = :id")
                .param("id", id.value())
                .query(DutyStore::row)
                .optional();
    }

    /// @return false when it changed since
    boolean update(DutyRow row) {
        return jdbc.sql(
                                """
                                UPDATE safeguarding.duty
                                   SET written_at = :written, answered_on = :answered, look_again = :again,
                                       told_on = :told, closed_at = :closed, reminded_at = NULL,
                                       version = version + 1
                                 WHERE id = :id AND version = :version
                                """)
                        .param("written", utc(row.writtenAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("answered", row.answeredOn(), Types.DATE)
                        .param("again", row.lookAgain(), Types.DATE)
                        .param("told", row.toldOn(), Types.DATE)
                        .param("closed", utc(row.closedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", row.id().value())
                        .param("version", row.version())
                        .update()
                == 1;
    }

    void noteReminded(DutyId id, Instant now) {
        jdbc.sql("UPDATE safeguarding.duty SET reminded_at = :now WHERE id = :id")
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    /// For its holder with the second secret.
    boolean isOpen(ReportId report) {
        return jdbc.sql("SELECT safeguarding.is_open(:report)")
                .param("report", report.value())
                .query(Boolean.class)
                .single();
    }

    private static DutyRow row(ResultSet row, int number) throws SQLException {
        return new DutyRow(
                new DutyId(row.getObject("id", UUID.class)),
                new ReportId(row.getObject("report", UUID.class)),
                row.getInt("number"),
                new AgencyId(row.getObject("agency", UUID.class)),
                new KeyId(row.getObject("key_id", UUID.class)),
                row.getString("test"),
                row.getString("route"),
                row.getString("ground"),
                row.getObject("passed_at", OffsetDateTime.class).toInstant(),
                instant(row, "written_due"),
                instant(row, "written_at"),
                row.getObject("answer_due", LocalDate.class),
                row.getObject("answered_on", LocalDate.class),
                row.getObject("look_again", LocalDate.class),
                row.getObject("told_on", LocalDate.class),
                instant(row, "closed_at"),
                instant(row, "reminded_at"),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
