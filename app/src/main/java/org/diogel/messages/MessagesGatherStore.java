package org.diogel.messages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.database.HeldRow;
import org.diogel.kernel.Held;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Neutral messages that were sent because of a report, or to somebody who signs in.
@Repository
class MessagesGatherStore {

    /// @param number sealed, where she gave one
    record Kept(List<String> regions, boolean mail, boolean text, byte @Nullable [] number) {}

    private final JdbcClient jdbc;

    MessagesGatherStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Held> becauseOf(UUID report) {
        return jdbc.sql(
                        """
                        SELECT queued_at AS at, agency, state, sent_at AS sent, true AS known
                          FROM messages.delivery WHERE origin = :report ORDER BY number
                        """)
                .param("report", report)
                .query(HeldRow.workers("messages.delivery"))
                .list();
    }

    List<Held> to(UUID account) {
        return jdbc.sql(
                        """
                        SELECT queued_at AS at, subject_kind AS kind, state, channel AS route,
                               sent_at AS sent
                          FROM messages.delivery WHERE account = :account ORDER BY number
                        """)
                .param("account", account)
                .query(HeldRow.hers("messages.delivery"))
                .list();
    }

    Optional<Kept> preference(UUID account) {
        return jdbc.sql("SELECT regions, mail, text, number FROM messages.preference WHERE account = :account")
                .param("account", account)
                .query(
                        (row, n) ->
                                new Kept(
                                        List.of((String[]) row.getArray("regions").getArray()),
                                        row.getBoolean("mail"),
                                        row.getBoolean("text"),
                                        row.getBytes("number")))
                .optional();
    }
}
