package org.diogel.consent;

import java.time.OffsetDateTime;
import java.util.List;
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

    void insert(Lang lang, String digest, String act, String reviewer, AccountId account) {
        jdbc.sql(
                        """
                        INSERT INTO consent.text_approval (lang, digest, act, reviewer, account)
                        VALUES (:lang, :digest, :act, :reviewer, :account)
                        """)
                .param("lang", lang.tag())
                .param("digest", digest)
                .param("act", act)
                .param("reviewer", reviewer)
                .param("account", account.value())
                .update();
    }

    /// Everything that was ever approved or taken back, newest first.
    List<Approval> history(Lang lang, String digest) {
        return jdbc.sql(
                        """
                        SELECT reviewer, at, act = 'taken-back' AS back, digest = :digest AS current
                          FROM consent.text_approval
                         WHERE lang = :lang
                         ORDER BY number DESC
                        """)
                .param("lang", lang.tag())
                .param("digest", digest)
                .query(
                        (row, n) ->
                                new Approval(
                                        row.getString("reviewer"),
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getBoolean("back"),
                                        row.getBoolean("current")))
                .list();
    }

    /// The words that were last approved, if they were kept.
    Optional<String> lastBody(Lang lang) {
        return jdbc.sql(
                        """
                        SELECT w.body
                          FROM consent.text_approval a
                          JOIN consent.words w ON w.digest = decode(a.digest, 'hex')
                         WHERE a.lang = :lang AND a.act = 'approved'
                         ORDER BY a.number DESC LIMIT 1
                        """)
                .param("lang", lang.tag())
                .query(String.class)
                .optional();
    }
}
