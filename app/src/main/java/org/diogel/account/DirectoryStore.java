package org.diogel.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whom directories vouch for. Only the task `sign-in` sees these rows.
@Repository
class DirectoryStore {
    private final JdbcClient jdbc;

    DirectoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The active account of this identity.
    Optional<AccountId> find(byte[] identity) {
        return jdbc.sql(
                        """
                        SELECT d.account_id FROM account.directory_identity d
                          JOIN account.account a ON a.id = d.account_id AND a.status = 'active'
                         WHERE d.identity = :identity
                        """)
                .param("identity", identity)
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    void used(byte[] identity, Instant now) {
        jdbc.sql("UPDATE account.directory_identity SET used_at = :now WHERE identity = :identity")
                .param("identity", identity)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// False when it is somebody's already, or the account has another one there.
    boolean insert(AccountId account, String issuer, byte[] identity) {
        return jdbc.sql(
                                """
                                INSERT INTO account.directory_identity (id, account_id, issuer, identity)
                                VALUES (:id, :account, :issuer, :identity)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("id", UUID.randomUUID())
                        .param("account", account.value())
                        .param("issuer", issuer)
                        .param("identity", identity)
                        .update()
                == 1;
    }

    List<String> issuers(AccountId account) {
        return jdbc.sql("SELECT issuer FROM account.directory_identity WHERE account_id = :account")
                .param("account", account.value())
                .query(String.class)
                .list();
    }

    boolean remove(AccountId account, String issuer) {
        return jdbc.sql(
                                """
                                DELETE FROM account.directory_identity
                                 WHERE account_id = :account AND issuer = :issuer
                                """)
                        .param("account", account.value())
                        .param("issuer", issuer)
                        .update()
                == 1;
    }

    void removeAll(AccountId account) {
        jdbc.sql("DELETE FROM account.directory_identity WHERE account_id = :account")
                .param("account", account.value())
                .update();
    }
}
