package org.diogel.emergency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.diogel.report.ReportId;
import org.diogel.vault.KeyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What it finds depends on who is acting.
@Repository("emergencyOpenings")
class EmergencyStore {

    private final JdbcClient jdbc;

    EmergencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param who her name, sealed @param reason sealed
    void insert(OpeningRow row, byte[] who, byte[] reason) {
        jdbc.sql(
                        """
                        INSERT INTO emergency.opening
                            (id, report, reference, agency, key_id, account, from_agency, who, why, reason, until)
                        VALUES (:id, :report, :reference, :agency, :key, :account, :from, :who, :why, :reason, :until)
                        """)
                .param("id", row.id())
                .param("report", row.report().value())
                .param("reference", row.reference())
                .param("agency", row.agency().value())
                .param("key", row.key().value())
                .param("account", row.account().value())
                .param("from", row.from().value())
                .param("why", row.why().label())
                .param("who", who)
                .param("reason", reason)
                .param("until", row.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<OpeningRow> find(UUID id) {
        return jdbc.sql("SELECT * FROM emergency.opening WHERE id = :id")
                .param("id", id)
                .query(EmergencyStore::row)
                .optional();
    }

    /// The one of this person's that is not reviewed yet.
    Optional<OpeningRow> underReview(AccountId account) {
        return jdbc.sql("SELECT * FROM emergency.opening WHERE account = :account AND reviewed_at IS NULL")
                .param("account", account.value())
                .query(EmergencyStore::row)
                .optional();
    }

    List<OpeningRow> ofReport(UUID report) {
        return jdbc.sql("SELECT * FROM emergency.opening WHERE report = :report ORDER BY begun_at")
                .param("report", report)
                .query(EmergencyStore::row)
                .list();
    }

    List<OpeningRow> ofAccount(UUID account) {
        return jdbc.sql("SELECT * FROM emergency.opening WHERE account = :account ORDER BY begun_at")
                .param("account", account)
                .query(EmergencyStore::row)
                .list();
    }

    /// What somebody has to do something about first, then the newest; 200 at most.
    List<OpeningRow> list() {
        return jdbc.sql(
                        """
                        SELECT * FROM emergency.opening
                         ORDER BY reviewed_at IS NOT NULL, answered_at IS NULL, begun_at DESC LIMIT 200
                        """)
                .query(EmergencyStore::row)
                .list();
    }

    /// @return false when it had ended already
    boolean end(UUID id, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE emergency.opening SET ended_at = :now
                                 WHERE id = :id AND ended_at IS NULL AND reviewed_at IS NULL AND until > :now
                                """)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// @param answer sealed
    /// @return false when it was answered already
    boolean answer(UUID id, byte[] answer, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE emergency.opening
                                   SET answer = :answer, answered_at = :now,
                                       ended_at = coalesce(ended_at, least(until, :now)), told = false
                                 WHERE id = :id AND answered_at IS NULL
                                """)
                        .param("id", id)
                        .param("answer", answer)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// @param words sealed
    /// @return false when somebody reviewed it first, or she has not answered
    boolean review(UUID id, Finding finding, byte[] words, AccountId by, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE emergency.opening
                                   SET finding = :finding, words = :words, reviewed_at = :now, reviewed_by = :by
                                 WHERE id = :id AND reviewed_at IS NULL AND answered_at IS NOT NULL
                                """)
                        .param("id", id)
                        .param("finding", finding.label())
                        .param("words", words)
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// What is sealed of it, as it stands in one column.
    record Sealed(byte[] who, byte[] reason, byte @Nullable [] answer, byte @Nullable [] words) {}

    Sealed sealed(UUID id) {
        return jdbc.sql("SELECT who, reason, answer, words FROM emergency.opening WHERE id = :id")
                .param("id", id)
                .query(
                        (row, n) ->
                                new Sealed(
                                        row.getBytes("who"),
                                        row.getBytes("reason"),
                                        row.getBytes("answer"),
                                        row.getBytes("words")))
                .single();
    }

    /// Those of which somebody has to be told: just opened or answered, or nothing happened for a day.
    List<OpeningRow> untold(Instant dayAgo) {
        return jdbc.sql(
                        """
                        SELECT * FROM emergency.opening
                         WHERE reviewed_at IS NULL
                           AND (NOT told OR reminded_at < :before
                                OR answered_at IS NULL AND until < now() AND reminded_at < until)
                         ORDER BY begun_at LIMIT 100
                        """)
                .param("before", dayAgo.atOffset(ZoneOffset.UTC))
                .query(EmergencyStore::row)
                .list();
    }

    /// @param anybody neither agency has an officer: any officer may review it
    void markTold(UUID id, boolean anybody, Instant now) {
        jdbc.sql(
                        """
                        UPDATE emergency.opening SET told = true, reminded_at = :now, anybody = :anybody
                         WHERE id = :id AND reviewed_at IS NULL
                        """)
                .param("anybody", anybody)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static OpeningRow row(ResultSet row, int number) throws SQLException {
        String finding = row.getString("finding");
        UUID by = row.getObject("reviewed_by", UUID.class);
        return new OpeningRow(
                row.getObject("id", UUID.class),
                new ReportId(row.getObject("report", UUID.class)),
                row.getString("reference"),
                new AgencyId(row.getObject("agency", UUID.class)),
                new KeyId(row.getObject("key_id", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                new AgencyId(row.getObject("from_agency", UUID.class)),
                EmergencyWhy.valueOf(row.getString("why").toUpperCase(Locale.ROOT)),
                at(row, "begun_at"),
                at(row, "until"),
                maybe(row, "ended_at"),
                maybe(row, "answered_at"),
                finding == null ? null : Finding.valueOf(finding.toUpperCase(Locale.ROOT)),
                maybe(row, "reviewed_at"),
                by == null ? null : new AccountId(by));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
