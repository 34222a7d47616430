package org.diogel.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people sign in with. Only the task `sign-in` (and `set-up`) sees these rows.
@Repository
class CredentialStore {
    private static final String SELECT =
            """
            SELECT a.id, a.status, c.password, c.totp, c.last_step
              FROM account.account a JOIN account.credential c ON c.account_id = a.id
            """;

    private final JdbcClient jdbc;

    CredentialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param password Argon2id hash @param totp sealed secret @param lastStep last accepted code
    record Credential(AccountId id, boolean active, String password, byte[] totp, long lastStep) {
        @Override
        public String toString() {
            return "Credential[" + id + "]";
        }
    }

    Optional<Credential> byLookup(byte[] lookup) {
        return jdbc.sql(SELECT + " WHERE a.email_lookup = :lookup")
                .param("lookup", lookup)
                .query(CredentialStore::credential)
                .optional();
    }

    Optional<Credential> byId(AccountId id) {
        return jdbc.sql(SELECT + " WHERE a.id = :id")
                .param("id", id.value())
                .query(CredentialStore::credential)
                .optional();
    }

    void insert(AccountId id, String password, byte[] totp, long lastStep) {
        jdbc.sql(
                        """
                        INSERT INTO account.credential (account_id, password, totp, last_step)
                        VALUES (:id, :password, :totp, :step)
                        """)
                .param("id", id.value())
                .param("password", password)
                .param("totp", totp)
                .param("step", lastStep)
                .update();
    }

    /// True when this step was not accepted before; of two at once only one wins.
    boolean acceptStep(AccountId id, long step) {
        return jdbc.sql(
                                """
                                UPDATE account.credential SET last_step = :step
                                 WHERE account_id = :id AND last_step < :step
                                """)
                        .param("id", id.value())
                        .param("step", step)
                        .update()
                == 1;
    }

    void setPassword(AccountId id, String hash) {
        jdbc.sql(
                        """
                        UPDATE account.credential SET password = :hash, changed_at = now()
                         WHERE account_id = :id
                        """)
                .param("id", id.value())
                .param("hash", hash)
                .update();
    }

    /// The old secret is gone, and with it every app that had it.
    void setTotp(AccountId id, byte[] totp, long lastStep) {
        jdbc.sql(
                        """
                        UPDATE account.credential
                           SET totp = :totp, last_step = :step, changed_at = now()
                         WHERE account_id = :id
                        """)
                .param("id", id.value())
                .param("totp", totp)
                .param("step", lastStep)
                .update();
    }

    /// Password, codes and recovery codes are gone.
    void forget(AccountId id) {
        replaceRecoveryCodes(id, List.of());
        jdbc.sql("DELETE FROM account.credential WHERE account_id = :id")
                .param("id", id.value())
                .update();
    }

    void replaceRecoveryCodes(AccountId id, List<byte[]> codes) {
        jdbc.sql("DELETE FROM account.recovery_code WHERE account_id = :id")
                .param("id", id.value())
                .update();
        for (byte[] code : codes) {
            jdbc.sql("INSERT INTO account.recovery_code (account_id, code) VALUES (:id, :code)")
                    .param("id", id.value())
                    .param("code", code)
                    .update();
        }
    }

    boolean useRecoveryCode(AccountId id, byte[] code) {
        return jdbc.sql(
                                """
                                UPDATE account.recovery_code SET used_at = now()
                                 WHERE account_id = :id AND code = :code AND used_at IS NULL
                                """)
                        .param("id", id.value())
                        .param("code", code)
                        .update()
                == 1;
    }

    int recoveryCodesLeft(AccountId id) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM account.recovery_code
                         WHERE account_id = :id AND used_at IS NULL
                        """)
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private static Credential credential(java.sql.ResultSet row, int number)
            throws java.sql.SQLException {
        return new Credential(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("status").equals("active"),
                row.getString("password"),
                row.getBytes("totp"),
                row.getLong("last_step"));
    }
}
