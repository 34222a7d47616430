package org.diogel.access;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.diogel.access.KeptOut.Why;
import org.diogel.kernel.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class KeptOutStore {

    private final JdbcClient jdbc;

    KeptOutStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Nothing happens where that party is kept out already.
    void insert(String kind, UUID subject, boolean account, UUID party, Why why, AccountId by) {
        jdbc.sql(
                        """
                        INSERT INTO access.kept_out (subject_kind, subject, party_kind, party, why, by)
                        VALUES (:kind, :subject, :partyKind, :party, :why, :by)
                        ON CONFLICT (subject, party) WHERE ended_at IS NULL DO NOTHING
                        """)
                .param("kind", kind)
                .param("subject", subject)
                .param("partyKind", account ? "account" : "agency")
                .param("party", party)
                .param("why", why.label())
                .param("by", by.value())
                .update();
    }

    /// @return false when it had ended already
    boolean end(UUID id, UUID subject, AccountId by) {
        return jdbc.sql(
                                """
                                UPDATE access.kept_out SET ended_at = now(), ended_by = :by
                                 WHERE id = :id AND subject = :subject AND ended_at IS NULL
                                """)
                        .param("id", id)
                        .param("subject", subject)
                        .param("by", by.value())
                        .update()
                == 1;
    }

    List<KeptOut> list(UUID subject) {
        return jdbc.sql(
                        """
                        SELECT * FROM access.kept_out
                         WHERE subject = :subject AND ended_at IS NULL ORDER BY since, id
                        """)
                .param("subject", subject)
                .query(
                        (row, n) ->
                                new KeptOut(
                                        row.getObject("id", UUID.class),
                                        row.getString("party_kind").equals("account"),
                                        row.getObject("party", UUID.class),
                                        why(row.getString("why")),
                                        new AccountId(row.getObject("by", UUID.class)),
                                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Why why(String label) {
        return Arrays.stream(Why.values())
                .filter(why -> why.label().equals(label))
                .findFirst()
                .orElse(Why.OTHER);
    }
}
