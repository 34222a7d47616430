package org.diogel.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diogel.kernel.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What waits, was given up, or did not arrive: for whoever looks, some at a time.
@Repository
class UnsentStore {

    private final JdbcClient jdbc;

    UnsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param since of those that did not arrive, only those of which it is known since then
    long countUnsent(Instant since) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM messages.delivery
                         WHERE state IN ('queued', 'sending', 'dead')
                            OR outcome = 'failed' AND outcome_at > :since
                        """)
                .param("since", DeliveryStore.utc(since))
                .query(Long.class)
                .single();
    }

    /// Given up and not arrived first, then as they were queued. @param since as [#countUnsent]
    List<Delivery> unsent(Instant since, long skip, int most) {
        return jdbc.sql(
                        """
                        SELECT * FROM messages.delivery
                         WHERE state IN ('queued', 'sending', 'dead')
                            OR outcome = 'failed' AND outcome_at > :since
                         ORDER BY state IN ('dead', 'sent') DESC, number OFFSET :skip LIMIT :most
                        """)
                .param("since", DeliveryStore.utc(since))
                .param("skip", skip)
                .param("most", most)
                .query(DeliveryStore::delivery)
                .list();
    }

    /// How many were given up.
    long countDead() {
        return jdbc.sql("SELECT count(*) FROM messages.delivery WHERE state = 'dead'")
                .query(Long.class)
                .single();
    }

    /// Why the last text message to somebody of which it is known did not reach her; empty when it did.
    Optional<String> lastTextFault(AccountId account) {
        return jdbc.sql(
                        """
                        SELECT fault FROM (
                            SELECT fault FROM messages.delivery
                             WHERE account = :account AND via = 'text'
                               AND (outcome IS NOT NULL OR state = 'dead')
                             ORDER BY number DESC LIMIT 1) last
                         WHERE fault IS NOT NULL
                        """)
                .param("account", account.value())
                .query(String.class)
                .optional();
    }
}
