package org.diogel.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Passkeys. Only the task `sign-in` sees these rows.
@Repository
class PasskeyStore {
    private static final String SELECT =
            """
            SELECT p.id, p.account_id, p.credential, p.public_key, p.counter, p.synced, p.name,
                   p.created_at, p.used_at
              FROM account.passkey p
              JOIN account.account a ON a.id = p.account_id AND a.status = 'active'
            """;

    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A passkey of an active account. @param key sealed public key @param used null until it was
    record Row(
            UUID id,
            AccountId account,
            byte[] credential,
            byte[] key,
            long counter,
            boolean synced,
            String name,
            Instant made,
            @Nullable Instant used) {
        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    Optional<Row> byCredential(byte[] credential) {
        return jdbc.sql(SELECT + " WHERE p.credential = :credential")
                .param("credential", credential)
                .query(PasskeyStore::row)
                .optional();
    }

    List<Row> of(AccountId account) {
        return jdbc.sql(SELECT + " WHERE p.account_id = :account ORDER BY p.created_at, p.id")
                .param("account", account.value())
                .query(PasskeyStore::row)
                .list();
    }

    boolean isKnown(byte[] credential) {
        return jdbc.sql("SELECT count(*) FROM account.passkey WHERE credential = :credential")
                        .param("credential", credential)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// @param challenged when its first challenge was made
    void insert(Row row, Instant challenged) {
        jdbc.sql(
                        """
                        INSERT INTO account.passkey
                            (id, account_id, credential, public_key, counter, synced, name,
                             challenged_at)
                        VALUES (:id, :account, :credential, :key, :counter, :synced, :name,
                            :challenged)
                        """)
                .param("id", row.id())
                .param("account", row.account().value())
                .param("credential", row.credential())
                .param("key", row.key())
                .param("counter", row.counter())
                .param("synced", row.synced())
                .param("name", row.name())
                .param("challenged", challenged.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// True for the first answer to a challenge only, with a counter that has gone on or never does.
    boolean use(UUID id, long counter, Instant challenged, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE account.passkey
                                   SET counter = :counter, challenged_at = :challenged, used_at = :now
                                 WHERE id = :id AND challenged_at < :challenged
                                   AND (counter < :counter OR counter = 0 AND :counter = 0)
                                """)
                        .param("id", id)
                        .param("counter", counter)
                        .param("challenged", challenged.atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean remove(AccountId account, UUID id) {
        return jdbc.sql("DELETE FROM account.passkey WHERE id = :id AND account_id = :account")
                        .param("id", id)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    int removeAll(AccountId account) {
        return jdbc.sql("DELETE FROM account.passkey WHERE account_id = :account")
                .param("account", account.value())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime used = row.getObject("used_at", OffsetDateTime.class);
        return new Row(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getBytes("credential"),
                row.getBytes("public_key"),
                row.getLong("counter"),
                row.getBoolean("synced"),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }
}
