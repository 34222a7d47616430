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

    void insert(Outgoing message) {
        jdbc.sql(
                        """
                        INSERT INTO messages.delivery
                            (id, account, template, subject_kind, subject, origin, agency, urgent,
                             chosen, via)
                        VALUES (:id, :account, :template, :kind, :subject, :origin,
                            coalesce(context.agency(), :sender), :urgent, :chosen, :via)
                        """)
                .param("id", UUID.randomUUID())
                .param("account", message.to().value())
                .param("template", message.template())
                .param("kind", message.subjectKind())
                .param("subject", message.subject())
                .param("origin", message.origin(), Types.OTHER)
                .param("sender", sender(message.sender()), Types.OTHER)
                .param("urgent", message.urgent())
                .param("chosen", message.chosen())
                .param("via", key(message.via()), Types.VARCHAR)
                .update();
    }

    /// Settles by which way one goes; false when that was settled before.
    boolean settle(UUID id, Way way) {
        return jdbc.sql(
                                """
                                UPDATE messages.delivery SET via = :via
                                 WHERE id = :id AND state = 'queued' AND via IS NULL
                                """)
                        .param("id", id)
                        .param("via", way.key())
                        .update()
                == 1;
    }

    /// The same message by one more way, at most once.
    void split(UUID from, Way way) {
        jdbc.sql(
                        """
                        INSERT INTO messages.delivery
                            (id, account, template, subject_kind, subject, origin, agency, urgent,
                             chosen, via, split_of)
                        SELECT :id, account, template, subject_kind, subject, origin, agency, urgent,
                               chosen, :via, id
                          FROM messages.delivery WHERE id = :from
                        ON CONFLICT (split_of, via) DO NOTHING
                        """)
                .param("id", UUID.randomUUID())
                .param("from", from)
                .param("via", way.key())
                .update();
    }

    /// A text message that cannot go any more goes by e-mail, unless the same goes so anyhow.
    void sendByMailInstead(UUID id) {
        jdbc.sql(
                        """
                        UPDATE messages.delivery
                           SET state = CASE WHEN split_of IS NULL THEN 'queued' ELSE 'cancelled' END,
                               via = CASE WHEN split_of IS NULL THEN 'mail' ELSE via END
                         WHERE id = :id AND state IN ('queued', 'sending') AND via = 'text'
                        """)
                .param("id", id)
                .update();
    }

    /// A text message that did not reach her is followed by an e-mail, unless the same goes so anyhow, or
    /// it brought a code for that very number.
    void sendByMailToo(UUID id) {
        jdbc.sql(
                        """
                        INSERT INTO messages.delivery
                            (id, account, template, subject_kind, subject, origin, agency, urgent,
                             chosen, via, split_of)
                        SELECT :id, account, template, subject_kind, subject, origin, agency, urgent,
                               chosen, 'mail', id
                          FROM messages.delivery
                         WHERE id = :from AND via = 'text' AND split_of IS NULL AND template <> :code
                        ON CONFLICT (split_of, via) DO NOTHING
                        """)
                .param("id", UUID.randomUUID())
                .param("from", id)
                .param("code", Preferences.CODE)
                .update();
    }

    /// Nothing is sent: it waits on her page.
    void leaveOnPage(UUID id) {
        jdbc.sql(
                        """
                        UPDATE messages.delivery SET state = 'page'
                         WHERE id = :id AND state = 'queued' AND via IS NULL
                        """)
                .param("id", id)
                .update();
    }

    /// Not before this time; it is no try.
    void postpone(UUID id, Instant until) {
        jdbc.sql(
                        """
                        UPDATE messages.delivery SET next_at = :until WHERE id = :id AND state = 'queued'
                        """)
                .param("id", id)
                .param("until", utc(until))
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

    /// What nobody has settled a way for yet.
    List<UUID> unsettled(int most) {
        return jdbc.sql(
                        """
                        SELECT id FROM messages.delivery WHERE state = 'queued' AND via IS NULL
                         ORDER BY urgent DESC, number LIMIT :most
                        """)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /// What is due by one way, the urgent first, then the oldest; also what was being handed over when
    /// the server died.
    List<UUID> due(Way way, Instant now, Instant abandoned, int most) {
        return jdbc.sql(
                        """
                        SELECT id FROM messages.delivery
                         WHERE ((state = 'queued' AND via = :via AND next_at <= :now)
                            OR (state = 'sending' AND coalesce(via, 'mail') = :via
                                AND next_at <= :abandoned))
                         ORDER BY urgent DESC, next_at, number
                         LIMIT :most
                        """)
                .param("via", way.key())
                .param("now", utc(now))
                .param("abandoned", utc(abandoned))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    boolean isUrgent(UUID id) {
        return jdbc.sql("SELECT urgent FROM messages.delivery WHERE id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
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
                                UPDATE messages.delivery
                                   SET state = :to, next_at = :next,
                                       may_have_gone = may_have_gone OR :to = 'sending'
                                 WHERE id = :id AND state = :from
                                """)
                        .param("id", id)
                        .param("from", name(from))
                        .param("to", name(to))
                        .param("next", utc(nextAt))
                        .update()
                == 1;
    }

    /// @param handed its id at whoever took it, or null
    void markSent(UUID id, String channel, @Nullable UUID handed, Instant at) {
        jdbc.sql(
                        """
                        UPDATE messages.delivery
                           SET state = 'sent', sent_at = :at, channel = :channel, fault = NULL,
                               handed = :handed, attempts = attempts + 1
                         WHERE id = :id AND state = 'sending'
                        """)
                .param("id", id)
                .param("handed", handed, Types.OTHER)
                .param("channel", channel)
                .param("at", utc(at))
                .update();
    }

    void markFault(UUID id, Delivery.State to, String fault, Instant nextAt) {
        jdbc.sql(
                        """
                        UPDATE messages.delivery
                           SET state = :to, fault = :fault, attempts = attempts + 1, next_at = :next,
                               may_have_gone = may_have_gone AND :fault <> 'refused'
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

    /// A message whoever carries it can be asked about.
    record Handed(UUID id, Way way, String channel, UUID handed) {}

    /// Sent since, and nobody knows yet whether they arrived; the longest sent first.
    List<Handed> handedSince(Instant since, int most) {
        return jdbc.sql(
                        """
                        SELECT id, coalesce(via, 'mail') AS via, channel, handed FROM messages.delivery
                         WHERE handed IS NOT NULL AND outcome IS NULL AND sent_at > :since
                         ORDER BY sent_at LIMIT :most
                        """)
                .param("since", utc(since))
                .param("most", most)
                .query(
                        (row, n) ->
                                new Handed(
                                        row.getObject("id", UUID.class),
                                        Way.of(row.getString("via")),
                                        row.getString("channel"),
                                        row.getObject("handed", UUID.class)))
                .list();
    }

    void markOutcome(UUID id, Arrival arrival, Instant at) {
        boolean arrived = arrival == Arrival.DELIVERED;
        jdbc.sql(
                        """
                        UPDATE messages.delivery
                           SET outcome = :outcome, outcome_at = :at, fault = :fault
                         WHERE id = :id AND state = 'sent' AND outcome IS NULL
                        """)
                .param("id", id)
                .param("outcome", arrived ? "delivered" : "failed")
                .param("fault", arrived ? null : arrival.fault(), Types.VARCHAR)
                .param("at", utc(at))
                .update();
    }

    /// Forgets what ended more than a year ago.
    int sweep() {
        return jdbc.sql(
                        """
                        DELETE FROM messages.delivery
                         WHERE state IN ('sent', 'page', 'cancelled', 'dead')
                           AND coalesce(sent_at, next_at) < now() - interval '1 year'
                        """)
                .update();
    }

    private static String name(Delivery.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String key(@Nullable Way way) {
        return way == null ? null : way.key();
    }

    static Delivery delivery(ResultSet row, int number) throws SQLException {
        String via = row.getString("via");
        String outcome = row.getString("outcome");
        return new Delivery(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("template"),
                row.getString("subject_kind"),
                row.getObject("subject", UUID.class),
                via == null ? null : Way.of(via),
                row.getBoolean("chosen"),
                Delivery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                row.getString("fault"),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("sent_at", OffsetDateTime.class)),
                row.getString("channel"),
                row.getBoolean("may_have_gone"),
                outcome == null ? null : outcome.equals("delivered"));
    }

    private static @Nullable UUID sender(@Nullable AgencyId agency) {
        return agency == null ? null : agency.value();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
