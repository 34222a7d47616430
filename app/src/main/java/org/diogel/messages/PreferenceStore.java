package org.diogel.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people chose about messages to them; each sees her own.
@Repository
class PreferenceStore {

    private final JdbcClient jdbc;

    PreferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Preference> find(AccountId account) {
        return jdbc.sql("SELECT * FROM messages.preference WHERE account = :account")
                .param("account", account.value())
                .query(PreferenceStore::preference)
                .optional();
    }

    /// Those who chose areas and none of these.
    Set<AccountId> unwantedBy(Collection<Region> about) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                SELECT account FROM messages.preference
                                 WHERE cardinality(regions) > 0 AND NOT regions && CAST(:about AS text[])
                                """)
                        .param("about", about.stream().map(Enum::name).toArray(String[]::new))
                        .query((row, n) -> new AccountId(row.getObject("account", UUID.class)))
                        .list());
    }

    /// Puts this in the place of the version it says; false when that is not the one that is stored.
    boolean save(AccountId account, Preference chosen) {
        return jdbc.sql(
                                """
                                INSERT INTO messages.preference AS p
                                    (account, regions, mail, text, number, quiet_from, quiet_until)
                                SELECT :account, :regions, :mail, :text, :number, :from, :until
                                 WHERE :version = 0
                                    OR EXISTS (SELECT 1 FROM messages.preference WHERE account = :account)
                                ON CONFLICT (account) DO UPDATE
                                   SET regions = excluded.regions, mail = excluded.mail,
                                       text = excluded.text, number = excluded.number,
                                       quiet_from = excluded.quiet_from,
                                       quiet_until = excluded.quiet_until, version = p.version + 1
                                 WHERE p.version = :version
                                """)
                        .param("account", account.value())
                        .param("regions", chosen.regions().stream().map(Enum::name).toArray(String[]::new))
                        .param("mail", chosen.mail())
                        .param("text", chosen.text())
                        .param("number", chosen.number(), Types.BINARY)
                        .param("from", chosen.quietFrom(), Types.INTEGER)
                        .param("until", chosen.quietUntil(), Types.INTEGER)
                        .param("version", chosen.version())
                        .update()
                == 1;
    }

    /// A number that waits for its code.
    ///
    /// @param id of this asking, the subject of its message
    /// @param number sealed @param code sealed
    /// @param asked how many codes were asked for since
    record Waiting(
            UUID id, byte[] number, byte[] code, int tries, int asked, Instant since, Instant expires) {
        @Override
        public String toString() {
            return "Waiting[" + id + "]";
        }
    }

    Optional<Waiting> findWaiting(AccountId account) {
        return jdbc.sql("SELECT * FROM messages.number_code WHERE account = :account FOR UPDATE")
                .param("account", account.value())
                .query(PreferenceStore::waiting)
                .optional();
    }

    /// As [#findWaiting], for whoever only sends.
    Optional<Waiting> readWaiting(AccountId account) {
        return jdbc.sql("SELECT * FROM messages.number_code WHERE account = :account")
                .param("account", account.value())
                .query(PreferenceStore::waiting)
                .optional();
    }

    void putWaiting(AccountId account, Waiting waiting) {
        jdbc.sql(
                        """
                        INSERT INTO messages.number_code
                            (account, id, number, code, tries, asked, since, expires_at)
                        VALUES (:account, :id, :number, :code, :tries, :asked, :since, :expires)
                        ON CONFLICT (account) DO UPDATE
                           SET id = excluded.id, number = excluded.number, code = excluded.code,
                               tries = excluded.tries, asked = excluded.asked, since = excluded.since,
                               expires_at = excluded.expires_at
                        """)
                .param("account", account.value())
                .param("id", waiting.id())
                .param("number", waiting.number())
                .param("code", waiting.code())
                .param("tries", waiting.tries())
                .param("asked", waiting.asked())
                .param("since", utc(waiting.since()))
                .param("expires", utc(waiting.expires()))
                .update();
    }

    void sweepWaiting() {
        jdbc.sql("DELETE FROM messages.number_code WHERE expires_at < now() - interval '1 hour'")
                .update();
    }

    private static Preference preference(ResultSet row, int number) throws SQLException {
        return new Preference(
                Arrays.stream((String[]) row.getArray("regions").getArray())
                        .map(Region::valueOf)
                        .toList(),
                row.getBoolean("mail"),
                row.getBoolean("text"),
                row.getBytes("number"),
                hour(row, "quiet_from"),
                hour(row, "quiet_until"),
                row.getInt("version"));
    }

    private static @Nullable Integer hour(ResultSet row, String column) throws SQLException {
        int hour = row.getInt(column);
        return row.wasNull() ? null : Integer.valueOf(hour);
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getBytes("number"),
                row.getBytes("code"),
                row.getInt("tries"),
                row.getInt("asked"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
