package org.diogel.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeliveryStore {

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Outgoing message, boolean urgent) {
        jdbc.sql(
                        """
                        INSERT INTO messages.delivery
                            (id, account, template, subject_kind, subject, origin, agency, urgent)
                        VALUES (:id, :account, :template, :kind, :subject, :origin,
                            coalesce(context.agency(), :sender), :urgent)
                        """)
                .param("id", UUID.randomUUID())
                .param("account", message.to().value())
                .param("template", message.template())
                .param("kind", message.subjectKind())
                .param("subject", message.subject())
                .param("origin", message.origin(), Types.OTHER)
                .param("sender", sender(message.sender()), Types.OTHER)
                .param("urgent", urgent)
                .update();
    }

    boolean isQueued(AccountId to, String template, String kind, UUID subject) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM messages.delivery
                                 WHERE subject = :subject AND account = :account AND template = :template
                                   AND subject_kind = :kind AND state = 'queued')
                        """)
                .param("subject", subject)
                .param("account", to.value())
                .param("template", template)
                .param("kind", kind)
                .query(Boolean.class)
                .single();
    }

    int cancel(String kind, UUID subject) {
        return jdbc.sql(
                        """
                        UPDATE messages.delivery SET state = 'cancelled'
                         WHERE subject_kind = :kind AND subject = :subject AND state IN ('queued', 'dead')
                        """)
                .param("kind", kind)
                .param("subject", subject)
                .update();
    }

    List<Delivery> about(UUID subject) {
        return jdbc.sql("SELECT * FROM messages.delivery WHERE subject = :subject ORDER BY number")
                .param("subject", subject)
                .query(DeliveryStore::delivery)
                .list();
    }

    /// What is due, the urgent first, then the oldest; also what was being handed over when the server died.
    List<UUID> due(Instant now, Instant abandoned, int most) {
        return jdbc.sql(
                        """
                        SELECT id FROM messages.delivery
                         WHERE (state = 'queued' AND next_at <= :now)
                            OR (state = 'sending' AND next_at <= :abandoned)
                         ORDER BY urgent DESC, next_at, number
                         LIMIT :most
                        """)
                .param("now", utc(now))
                .param("abandoned", utc(abandoned))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    Optional<Delivery> find(UUID id) {
        return jdbc.sql("SELECT * FROM messages.delivery WHERE id = :id")
                .param("id", id)
                .query(DeliveryStore::delivery)
                .optional();
    }

    /// Moves one row on, only from the state it was read in; false when somebody else was first.
    boolean move(UUID id, Delivery.State from, Delivery.State to, Instant nextAt) {
        return jdbc.sql(
                                """
                                UPDATE messages.delivery SET state = :to, next_at = :next
                                 WHERE id = :id AND state = :from
                                """)
                        .param("id", id)
                        .param("from", name(from))
                        .param("to", name(to))
                        .param("next", utc(nextAt))
                        .update()
                == 1;
    }

    void markSent(UUID id, String channel, Instant at) {
        jdbc.sql(
                        """
                        UPDATE messages.delivery
                           SET state = 'sent', sent_at = :at, channel = :channel, fault = NULL,
                               attempts = attempts + 1
                         WHERE id = :id AND state = 'sending'
                        """)
                .param("id", id)
                .param("channel", channel)
                .param("at", utc(at))
                .update();
    }

    void markFault(UUID id, Delivery.State to, String fault, Instant nextAt) {
        jdbc.sql(
                        """
                        UPDATE messages.delivery
                           SET state = :to, fault = :fault, attempts = attempts + 1, next_at = :next
                         WHERE id = :id AND state IN ('queued', 'sending')
                        """)
                .param("id", id)
                .param("to", name(to))
                .param("fault", fault)
                .param("next", utc(nextAt))
                .update();
    }

    /// Puts one that was given up back in the queue; false when it was not given up.
    boolean tryAgain(UUID id, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE messages.delivery
                                   SET state = 'queued', attempts = 0, next_at = :now
                                 WHERE id = :id AND state = 'dead'
                                """)
                        .param("id", id)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /// What waits or was given up, the given up first.
    List<Delivery> unsent() {
        return jdbc.sql(
                        """
                        SELECT * FROM messages.delivery WHERE state IN ('queued', 'sending', 'dead')
                         ORDER BY state = 'dead' DESC, number LIMIT 200
                        """)
                .query(DeliveryStore::delivery)
                .list();
    }

    /// What went by one channel, newest first.
    List<Delivery> sentBy(String channel) {
        return jdbc.sql(
                        """
                        SELECT * FROM messages.delivery WHERE channel = :channel
                         ORDER BY number DESC LIMIT 200
                        """)
                .param("channel", channel)
                .query(DeliveryStore::delivery)
                .list();
    }

    /// Forgets what ended more than a year ago.
    int sweep() {
        return jdbc.sql(
                        """
                        DELETE FROM messages.delivery
                         WHERE state IN ('sent', 'cancelled', 'dead')
                           AND coalesce(sent_at, next_at) < now() - interval '1 year'
                        """)
                .update();
    }

    private static String name(Delivery.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("template"),
                row.getString("subject_kind"),
                row.getObject("subject", UUID.class),
                Delivery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                row.getString("fault"),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("sent_at", OffsetDateTime.class)),
                row.getString("channel"));
    }

    private static @Nullable UUID sender(@Nullable AgencyId agency) {
        return agency == null ? null : agency.value();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
