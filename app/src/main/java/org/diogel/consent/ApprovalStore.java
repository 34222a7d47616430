package org.diogel.consent;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ApprovalStore {

    private final JdbcClient jdbc;

    ApprovalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Lang lang, String digest, String reviewer, AccountId account) {
        jdbc.sql(
                        """
                        INSERT INTO consent.text_approval (lang, digest, reviewer, account)
                        VALUES (:lang, :digest, :reviewer, :account)
                        """)
                .param("lang", lang.tag())
                .param("digest", digest)
                .param("reviewer", reviewer)
                .param("account", account.value())
                .update();
    }

    Optional<Approval> newest(Lang lang, String digest) {
        return jdbc.sql(
                        """
                        SELECT reviewer, at FROM consent.text_approval
                         WHERE lang = :lang AND digest = :digest
                         ORDER BY number DESC LIMIT 1
                        """)
                .param("lang", lang.tag())
                .param("digest", digest)
                .query(
                        (row, n) ->
                                new Approval(
                                        row.getString("reviewer"),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
