package org.diogel.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Region;
import org.diogel.report.ReportId;
import org.diogel.report.Severity;
import org.diogel.vault.KeyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Warnings without their texts; what it finds depends on who is acting.
@Repository
class AlertStore {

    private final JdbcClient jdbc;

    AlertStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            AlertId id,
            AlertKind kind,
            @Nullable ReportId report,
            AgencyId agency,
            KeyId key,
            @Nullable AlertId corrects,
            Warning warning,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO alert.alert
                            (id, kind, report, agency, key_id, state, corrects, severity, regions, everyone,
                             audience, evidence, days, review_days, created_at)
                        VALUES (:id, :kind, :report, :agency, :key, 'DRAFT', :corrects, :severity, :regions,
                             :everyone, :audience, :evidence, :days, :review, :now)
                        """)
                .param("id", id.value())
                .param("kind", kind.name())
                .param("report", report == null ? null : report.value(), Types.OTHER)
                .param("agency", agency.value())
                .param("key", key.value())
                .param("corrects", corrects == null ? null : corrects.value(), Types.OTHER)
                .params(meta(warning))
                .param("now", utc(now))
                .update();
    }

    /// Takes over what a changed text says about area, audience and times.
    ///
    /// @return false when it is no longer a draft of this version
    boolean rewrite(AlertId id, int version, Warning warning) {
        return jdbc.sql(
                                """
                                UPDATE alert.alert
                                   SET version = version + 1, severity = :severity, regions = :regions,
                                       everyone = :everyone, audience = :audience, evidence = :evidence,
                                       days = :days, review_days = :review
                                 WHERE id = :id AND version = :version AND state = 'DRAFT'
                                """)
                        .param("id", id.value())
                        .param("version", version)
                        .params(meta(warning))
                        .update()
                == 1;
    }

    /// Moves it on, only from the state and version it was seen in.
    boolean move(AlertId id, int version, AlertMove move) {
        return jdbc.sql(
                                """
                                UPDATE alert.alert SET state = :to, version = version + 1
                                 WHERE id = :id AND version = :version AND state = :from
                                """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("from", move.from.name())
                        .param("to", move.to.name())
                        .update()
                == 1;
    }

    boolean propose(AlertId id, int version, AccountId by) {
        return jdbc.sql(
                                """
                                UPDATE alert.alert
                                   SET state = 'PROPOSED', proposed_by = :by, version = version + 1
                                 WHERE id = :id AND version = :version AND state = 'DRAFT'
                                """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /// What publishing writes down.
    ///
    /// @param approvedBy null when one person publishes alone, until `lapsesAt`
    record Publication(
            @Nullable AccountId approvedBy,
            @Nullable Instant lapsesAt,
            Instant at,
            Instant expiresAt,
            LocalDate reviewOn) {}

    boolean publish(AlertId id, int version, Publication publication) {
        AccountId by = publication.approvedBy();
        Instant lapses = publication.lapsesAt();
        return jdbc.sql(
                                """
                                UPDATE alert.alert
                                   SET state = 'PUBLISHED', version = version + 1, approved_by = :by,
                                       alone = :alone, lapses_at = :lapses, published_at = :at,
                                       expires_at = :expires, review_on = :review,
                                       told = false
                                 WHERE id = :id AND version = :version AND state = 'PROPOSED'
                                """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("by", by == null ? null : by.value(), Types.OTHER)
                        .param("alone", by == null)
                        .param(
                                "lapses",
                                lapses == null ? null : utc(lapses),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("at", utc(publication.at()))
                        .param("expires", utc(publication.expiresAt()))
                        .param("review", publication.reviewOn())
                        .update()
                == 1;
    }

    /// False too when its time was over before: it is not brought back.
    boolean confirm(AlertId id, int version, AccountId by, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE alert.alert
                                   SET approved_by = :by, lapses_at = NULL, version = version + 1
                                 WHERE id = :id AND version = :version AND state = 'PUBLISHED'
                                   AND alone AND approved_by IS NULL
                                   AND lapses_at > :now AND expires_at > :now
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id.value())
                        .param("version", version)
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /// Ends it in the move's state, from whatever version; false when it is no longer there.
    boolean end(AlertId id, AlertMove move, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE alert.alert
                                   SET state = :to, ended_at = :now, version = version + 1
                                 WHERE id = :id AND state = :from
                                """)
                        .param("id", id.value())
                        .param("from", move.from.name())
                        .param("to", move.to.name())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /// False when it is told already or no longer published: whoever marks it is the one who tells.
    boolean markTold(AlertId id) {
        return jdbc.sql(
                                """
                                UPDATE alert.alert SET told = true
                                 WHERE id = :id AND state = 'PUBLISHED' AND NOT told
                                """)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /// As [#markTold], of its end.
    boolean markEndTold(AlertId id) {
        return jdbc.sql(
                                """
                                UPDATE alert.alert SET end_told = true
                                 WHERE id = :id AND ended_at IS NOT NULL AND NOT end_told
                                """)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    Optional<AlertRow> find(AlertId id) {
        return jdbc.sql("SELECT * FROM alert.alert WHERE id = :id")
                .param("id", id.value())
                .query(AlertStore::row)
                .optional();
    }

    /// As [#find], holding the row until the transaction ends.
    Optional<AlertRow> findForChange(AlertId id) {
        return jdbc.sql("SELECT * FROM alert.alert WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(AlertStore::row)
                .optional();
    }

    List<AlertRow> ofReport(ReportId report) {
        return jdbc.sql("SELECT * FROM alert.alert WHERE report = :report ORDER BY created_at")
                .param("report", report.value())
                .query(AlertStore::row)
                .list();
    }

    /// Published warnings whose time is over.
    List<AlertRow> over(Instant now) {
        return jdbc.sql(
                        """
                        SELECT * FROM alert.alert
                         WHERE state = 'PUBLISHED'
                           AND (expires_at <= :now OR (approved_by IS NULL AND lapses_at <= :now))
                        """)
                .param("now", utc(now))
                .query(AlertStore::row)
                .list();
    }

    /// Published warnings members have not been told of.
    List<AlertRow> untold() {
        return jdbc.sql("SELECT * FROM alert.alert WHERE state = 'PUBLISHED' AND NOT told")
                .query(AlertStore::row)
                .list();
    }

    /// Ended warnings of which nobody has looked yet whether members have to be told.
    List<AlertRow> endUntold() {
        return jdbc.sql(
                        """
                        SELECT * FROM alert.alert
                         WHERE published_at IS NOT NULL AND ended_at IS NOT NULL AND NOT end_told
                        """)
                .query(AlertStore::row)
                .list();
    }

    /// A warning from no report whose text is kept no longer.
    record Over(AlertId id, KeyId key) {}

    /// Those that ended a year ago and still have their text.
    List<Over> longOver() {
        return jdbc.sql(
                        """
                        SELECT a.id, a.key_id FROM alert.alert a JOIN alert.content c ON c.alert = a.id
                         WHERE a.report IS NULL AND a.ended_at < now() - interval '1 year' LIMIT 100
                        """)
                .query(
                        (row, n) ->
                                new Over(
                                        new AlertId(row.getObject("id", UUID.class)),
                                        new KeyId(row.getObject("key_id", UUID.class))))
                .list();
    }

    /// Which of these keys seal a warning that comes from no report.
    List<KeyId> named(Collection<KeyId> keys) {
        return jdbc.sql("SELECT key_id FROM alert.alert WHERE report IS NULL AND key_id = ANY (:keys)")
                .param("keys", keys.stream().map(KeyId::value).toArray(UUID[]::new))
                .query((row, n) -> new KeyId(row.getObject("key_id", UUID.class)))
                .list();
    }

    /// Whether one person published a warning of this report alone and nobody has joined it since.
    boolean wasAlone(ReportId report) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM alert.alert
                                 WHERE report = :report AND alone AND approved_by IS NULL)
                        """)
                .param("report", report.value())
                .query(Boolean.class)
                .single();
    }

    private static java.util.Map<String, Object> meta(Warning warning) {
        return java.util.Map.of(
                "severity", warning.severity().name(),
                "regions", warning.regions().stream().map(Enum::name).toArray(String[]::new),
                "everyone", warning.isForEveryone(),
                "audience", warning.audience().toArray(UUID[]::new),
                "evidence", warning.evidence(),
                "days", warning.days(),
                "review", warning.reviewDays());
    }

    static AlertRow row(ResultSet row, int number) throws SQLException {
        return new AlertRow(
                new AlertId(row.getObject("id", UUID.class)),
                AlertKind.get(row.getString("kind")),
                report(row.getObject("report", UUID.class)),
                new AgencyId(row.getObject("agency", UUID.class)),
                AlertState.valueOf(row.getString("state")),
                row.getInt("version"),
                alert(row.getObject("corrects", UUID.class)),
                Severity.valueOf(row.getString("severity")),
                Arrays.stream((String[]) row.getArray("regions").getArray())
                        .map(Region::valueOf)
                        .toList(),
                row.getBoolean("everyone"),
                List.of((UUID[]) row.getArray("audience").getArray()),
                row.getString("evidence"),
                row.getInt("days"),
                row.getInt("review_days"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                account(row.getObject("proposed_by", UUID.class)),
                account(row.getObject("approved_by", UUID.class)),
                row.getBoolean("alone"),
                instant(row.getObject("lapses_at", OffsetDateTime.class)),
                instant(row.getObject("published_at", OffsetDateTime.class)),
                instant(row.getObject("expires_at", OffsetDateTime.class)),
                row.getObject("review_on", LocalDate.class),
                instant(row.getObject("ended_at", OffsetDateTime.class)));
    }

    private static @Nullable ReportId report(@Nullable UUID id) {
        return id == null ? null : new ReportId(id);
    }

    private static @Nullable AlertId alert(@Nullable UUID id) {
        return id == null ? null : new AlertId(id);
    }

    private static @Nullable AccountId account(@Nullable UUID id) {
        return id == null ? null : new AccountId(id);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
