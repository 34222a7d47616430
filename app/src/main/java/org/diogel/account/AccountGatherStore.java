package org.diogel.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.database.HeldRow;
import org.diogel.kernel.Held;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of somebody who signs in. No secret she signs in with is read.
@Repository
class AccountGatherStore {

    private final JdbcClient jdbc;

    AccountGatherStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> email(UUID account) {
        return jdbc.sql("SELECT email FROM account.account WHERE id = :account")
                .param("account", account)
                .query((row, n) -> row.getBytes("email"))
                .optional();
    }

    List<Held> about(UUID account) {
        List<Held> all = new ArrayList<>();
        all.addAll(
                jdbc.sql(
                                """
                                SELECT name, agency_id AS agency, profession, roles, status AS state,
                                       created_at AS at
                                  FROM account.account WHERE id = :account
                                """)
                        .param("account", account)
                        .query(HeldRow.hers("account.account"))
                        .list());
        all.addAll(
                jdbc.sql(
                                """
                                SELECT name, created_at AS at, used_at AS used
                                  FROM account.passkey WHERE account_id = :account ORDER BY created_at
                                """)
                        .param("account", account)
                        .query(HeldRow.hers("account.passkey"))
                        .list());
        all.addAll(
                jdbc.sql(
                                """
                                SELECT issuer AS name, created_at AS at, used_at AS used
                                  FROM account.directory_identity WHERE account_id = :account
                                 ORDER BY created_at
                                """)
                        .param("account", account)
                        .query(HeldRow.hers("account.directory_identity"))
                        .list());
        all.addAll(
                jdbc.sql("SELECT language FROM account.preference WHERE account_id = :account")
                        .param("account", account)
                        .query(HeldRow.hers("account.preference"))
                        .list());
        all.addAll(
                jdbc.sql(
                                """
                                SELECT created_at AS at, expires_at AS until, used_at AS used,
                                       CASE WHEN account_id = :account THEN name END AS name,
                                       CASE WHEN account_id = :account THEN 'HERS' ELSE 'ANOTHERS' END AS whose
                                  FROM account.invitation
                                 WHERE account_id = :account OR invited_by = :account
                                 ORDER BY created_at
                                """)
                        .param("account", account)
                        .query(HeldRow.hers("account.invitation"))
                        .list());
        return all;
    }
}
