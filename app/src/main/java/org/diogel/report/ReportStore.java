package org.diogel.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Region;
import org.diogel.vault.KeyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of reports and what became of them; row-level policies decide which are there.
@Repository
class ReportStore {

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insertDraft(
            ReportId id,
            String reference,
            KeyId key,
            byte[] codeMac,
            Lang lang,
            Actor.@Nullable Person teller,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO report.report
                            (id, reference, state, key_id, code_mac, language, teller, teller_agency,
                             created_at, touched_at)
                        VALUES (:id, :reference, 'DRAFT', :key, :mac, :lang, :teller, :agency, :now, :now)
                        """)
                .param("id", id.value())
                .param("reference", reference)
                .param("key", key.value())
                .param("mac", codeMac)
                .param("lang", lang.tag())
                .param("teller", teller == null ? null : teller.account().value(), java.sql.Types.OTHER)
                .param("agency", teller == null ? null : teller.agency().value(), java.sql.Types.OTHER)
                .param("now", utc(now))
                .update();
    }

    Optional<ReportId> findByCode(byte[] codeMac) {
        return jdbc.sql("SELECT report.find_by_code(:mac) AS id")
                .param("mac", codeMac)
                .query((row, n) -> Optional.ofNullable(row.getObject("id", UUID.class)))
                .single()
                .map(ReportId::new);
    }

    /// For the purpose of an emergency alone.
    Optional<InEmergency.Found> findByReference(String reference) {
        return jdbc.sql("SELECT id, agency FROM report.find_by_reference(:said)")
                .param("said", reference)
                .query(
                        (row, n) ->
                                new InEmergency.Found(
                                        new ReportId(row.getObject("id", UUID.class)),
                                        new AgencyId(row.getObject("agency", UUID.class))))
                .optional();
    }

    Optional<Row> find(ReportId id) {
        return jdbc.sql("SELECT * FROM report.report WHERE id = :id")
                .param("id", id.value())
                .query(ReportStore::row)
                .optional();
    }

    /// The worker who told it for somebody, where one did.
    Optional<AccountId> teller(ReportId id) {
        return jdbc.sql("SELECT teller FROM report.report WHERE id = :id AND teller IS NOT NULL")
                .param("id", id.value())
                .query((row, n) -> new AccountId(row.getObject("teller", UUID.class)))
                .optional();
    }

    /// Locks the row until the transaction ends.
    Optional<Row> lock(ReportId id) {
        boolean there =
                jdbc.sql("SELECT 1 FROM report.report WHERE id = :id FOR UPDATE")
                        .param("id", id.value())
                        .query(Integer.class)
                        .optional()
                        .isPresent();
        return there ? find(id) : Optional.empty();
    }

    /// Until when the police need it, null for no longer; false when it changed since it was read.
    boolean keepUntil(Row row, @Nullable Instant until) {
        return jdbc.sql(
                                """
                                UPDATE report.report SET kept_until = :until, version = version + 1
                                 WHERE id = :id AND version = :version
                                """)
                        .param("id", row.id().value())
                        .param("version", row.version())
                        .param("until", until == null ? null : utc(until), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }

    /// Keeps its state as it is until the transaction ends, beside others who do the same.
    void holdStill(ReportId id) {
        jdbc.sql("SELECT 1 FROM report.report WHERE id = :id FOR SHARE")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    void touch(ReportId id, Lang lang, Instant now) {
        jdbc.sql(
                        """
                        UPDATE report.report
                           SET touched_at = :now, language = :lang, version = version + 1
                         WHERE id = :id
                        """)
                .param("id", id.value())
                .param("lang", lang.tag())
                .param("now", utc(now))
                .update();
    }

    /// A draft goes at once; its key is written down for destruction in the same transaction.
    void deleteDraft(ReportId id, KeyId key, Instant now) {
        jdbc.sql("INSERT INTO report.gone (key_id, at) VALUES (:key, :now)")
                .param("key", key.value())
                .param("now", utc(now))
                .update();
        jdbc.sql("DELETE FROM report.report WHERE id = :id AND state = 'DRAFT'")
                .param("id", id.value())
                .update();
    }

    void markSent(
            ReportId id,
            ReportMove move,
            AgencyId agency,
            Answers answers,
            Submission submission,
            @Nullable String secondHash,
            byte[] bodyMac,
            Instant now,
            Instant due) {
        jdbc.sql(
                        """
                        UPDATE report.report
                           SET state = :state, agency = :agency, second_hash = :second,
                               severity = :severity, region = :region, language = :lang,
                               child = :child, life = :life, sent_at = :now, touched_at = :now,
                               due_at = :due, send_key = :sendKey, body_mac = :bodyMac,
                               untold = :state = 'SENT', version = version + 1
                         WHERE id = :id AND state = 'DRAFT'
                        """)
                .param("id", id.value())
                .param("state", move.to.name())
                .param("agency", agency.value())
                .param("second", secondHash)
                .param("severity", answers.severity().map(Enum::name).orElse(null))
                .param("region", answers.region().map(Enum::name).orElse(null))
                .param("lang", submission.lang().tag())
                .param("child", submission.child().name())
                .param("life", submission.life().name())
                .param("now", utc(now))
                .param("due", utc(due))
                .param("sendKey", submission.key())
                .param("bodyMac", bodyMac)
                .update();
    }

    /// False when the report is no longer as it was read. Where a clock begins anew, nobody has read
    /// it in this time and nobody was told that it is late.
    ///
    /// @param now kept as the time of closing while it is closed
    /// @param due null where the clock goes on
    boolean move(Row row, ReportMove move, Instant now, @Nullable Instant due) {
        return jdbc.sql(
                                """
                                UPDATE report.report
                                   SET state = :to, due_at = coalesce(:due, due_at),
                                       closed_at = CASE WHEN :to = 'CLOSED' THEN :now END,
                                       screened_at = CASE WHEN :from IN ('WAITING', 'HELD')
                                           OR :to = 'HELD' THEN :now ELSE screened_at END,
                                       first_opened = CASE WHEN NOT :anew THEN first_opened END,
                                       late_told = late_told AND NOT :anew,
                                       alarmed_at = CASE WHEN :to <> 'WAITING'
                                           THEN alarmed_at END,
                                       untold = untold
                                           OR (:from IN ('WAITING', 'HELD') AND :to = 'SENT'),
                                       version = version + 1
                                 WHERE id = :id AND state = :from AND version = :version
                                """)
                        .param("id", row.id().value())
                        .param("from", move.from.name())
                        .param("version", row.version())
                        .param("to", move.to.name())
                        .param("now", utc(now))
                        .param("due", due == null ? null : utc(due), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("anew", due != null)
                        .update()
                == 1;
    }

    /// False when the report is no longer as it was read.
    boolean markScreened(Row row, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE report.report
                                   SET screened_at = :now, version = version + 1
                                 WHERE id = :id AND state = 'SENT' AND version = :version
                                """)
                        .param("id", row.id().value())
                        .param("version", row.version())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    void setStopped(ReportId id, @Nullable Instant at) {
        jdbc.sql("UPDATE report.report SET stopped_at = :at, version = version + 1 WHERE id = :id")
                .param("id", id.value())
                .param("at", at == null ? null : utc(at), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void eraseAfter(ReportId id, Instant at) {
        jdbc.sql("UPDATE report.report SET erase_after = :at, version = version + 1 WHERE id = :id")
                .param("id", id.value())
                .param("at", utc(at))
                .update();
    }

    /// Not erased after all. @param desk who answers now: it may be another than before
    void keep(ReportId id, AgencyId desk) {
        jdbc.sql(
                        """
                        UPDATE report.report
                           SET erase_after = NULL, agency = :desk, version = version + 1
                         WHERE id = :id
                        """)
                .param("id", id.value())
                .param("desk", desk.value())
                .update();
    }

    /// Read from now on: nobody has to be told of it any more.
    void noteOpened(ReportId id, Instant now) {
        jdbc.sql(
                        """
                        UPDATE report.report
                           SET first_opened = coalesce(first_opened, :now), untold = false
                         WHERE id = :id AND (first_opened IS NULL OR untold)
                        """)
                .param("id", id.value())
                .param("now", utc(now))
                .update();
    }

    void addEvent(ReportId id, String what, Instant now) {
        jdbc.sql("INSERT INTO report.event (report, what, at) VALUES (:id, :what, :now)")
                .param("id", id.value())
                .param("what", what)
                .param("now", utc(now))
                .update();
    }

    List<StatusLine> events(ReportId id) {
        return jdbc.sql("SELECT what, at FROM report.event WHERE report = :id ORDER BY number")
                .param("id", id.value())
                .query(
                        (row, n) ->
                                new StatusLine(
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        "report.status." + row.getString("what"),
                                        List.of()))
                .list();
    }

    static Row row(ResultSet row, int number) throws SQLException {
        UUID agency = row.getObject("agency", UUID.class);
        String severity = row.getString("severity");
        String region = row.getString("region");
        return new Row(
                new ReportId(row.getObject("id", UUID.class)),
                row.getString("reference"),
                ReportState.valueOf(row.getString("state")),
                agency == null ? null : new AgencyId(agency),
                new KeyId(row.getObject("key_id", UUID.class)),
                row.getString("second_hash"),
                severity == null ? null : Severity.valueOf(severity),
                region == null ? null : Region.valueOf(region),
                Lang.written(row.getString("language")),
                screening(row.getString("child")),
                screening(row.getString("life")),
                instant(row, "screened_at"),
                instant(row, "sent_at"),
                instant(row, "due_at"),
                instant(row, "first_opened"),
                instant(row, "stopped_at"),
                instant(row, "erase_after"),
                instant(row, "kept_until"),
                row.getObject("teller") != null,
                row.getBytes("body_mac"),
                row.getObject("send_key", UUID.class),
                row.getBoolean("added"),
                row.getInt("version"));
    }

    private static Screening screening(@Nullable String stored) {
        return stored == null ? Screening.UNANSWERED : Screening.valueOf(stored);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
