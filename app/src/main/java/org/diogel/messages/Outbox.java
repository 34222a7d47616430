package org.diogel.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Empties the queue, one message a transaction, so that one that cannot be sent blocks no other. Each
/// way is emptied by itself, so that a mail server that hangs holds up no text message.
///
/// First it is settled by which ways a message goes. Then it passes two transactions. The first asks
/// [SendCheck] again and marks it as going; from then on it may have gone. The channel is used outside
/// of any transaction, since a slow mail server must not hold up somebody who takes her report back.
/// The second notes how it went.
@Component
class Outbox {

    static final Actor TASK = new Actor.Task("outbox");
    static final int MOST_ATTEMPTS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String PURPOSE = "sending";
    private static final int BATCH = 100;

    /// How long one run goes on: a mail server that hangs must not hold up other background work.
    private static final Duration RUN = Duration.ofSeconds(10);

    private static final Duration ABANDONED = Duration.ofMinutes(5);

    /// How long one message may take, however its channel dawdles.
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Whoever carries a message says within this time whether it arrived, or never.
    private static final Duration NEWS = Duration.ofHours(72);

    private final DeliveryStore store;
    private final List<SendCheck> checks;
    private final Addresses addresses;
    private final Channels channels;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Outbox(
            DeliveryStore store,
            List<SendCheck> checks,
            Addresses addresses,
            Channels channels,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.checks = checks;
        this.addresses = addresses;
        this.channels = channels;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    boolean canSend() {
        return channels.find(Way.MAIL).isPresent();
    }

    /// Whether something could be sent now by this way.
    boolean isDue(Way way) {
        return channels.find(way).isPresent()
                && Acting.as(
                        TASK, PURPOSE, () -> !read(() -> store.unsettled(1)).isEmpty() || !due(way, 1).isEmpty());
    }

    private List<UUID> due(Way way, int most) {
        Instant now = clock.instant();
        return read(() -> store.due(way, now, now.minus(ABANDONED), most));
    }

    /// Sends what is due now by this way, for some seconds at most; the next run goes on. Without a
    /// channel everything stays queued.
    void drain(Way way) {
        channels.find(way).ifPresent(out -> Acting.run(TASK, PURPOSE, () -> drain(way, out)));
    }

    private void drain(Way way, Channel out) {
        read(() -> store.unsettled(BATCH)).forEach(this::settle);
        Instant end = clock.instant().plus(RUN);
        for (UUID id : due(way, BATCH)) {
            if (clock.instant().isAfter(end)) {
                return;
            }
            deliver(id, out);
        }
    }

    /// A message that goes two ways becomes two, in the transaction that settles it.
    private void settle(UUID id) {
        try {
            transaction.executeWithoutResult(
                    _ ->
                            store.find(id)
                                    .filter(found -> found.state() == Delivery.State.QUEUED)
                                    .ifPresent(this::settle));
        } catch (RuntimeException notSettled) {
            LOG.warn("A message waits: {}", notSettled.getClass().getSimpleName());
        }
    }

    private void settle(Delivery found) {
        List<Way> ways = new ArrayList<>(addresses.ways(found));
        if (ways.isEmpty()) {
            store.leaveOnPage(found.id());
        } else if (store.settle(found.id(), ways.removeFirst())) {
            ways.forEach(way -> store.split(found.id(), way));
        }
    }

    private void deliver(UUID id, Channel out) {
        String fault = "check";
        try {
            Going going = transaction.execute(_ -> letGo(id));
            if (going == null) {
                return;
            }
            fault = "channel";
            Optional<UUID> taken =
                    going.again() ? within(() -> out.findTaken(id)) : Optional.empty();
            UUID handed =
                    taken.isPresent()
                            ? taken.get()
                            : within(() -> out.send(id, going.post().address(), going.post().mail()))
                                    .orElse(null);
            transaction.executeWithoutResult(
                    _ -> store.markSent(id, out.name(), handed, clock.instant()));
        } catch (Refused never) {
            LOG.warn("A message was refused");
            note(id, "refused");
        } catch (RuntimeException notSent) {
            // An exception of a mail library may quote an address: its kind alone is logged.
            LOG.warn("A message was not sent: {} ({})", fault, notSent.getClass().getSimpleName());
            note(id, fault);
        }
    }

    /// @param again whether a channel may have been given it before
    private record Going(Addresses.Post post, boolean again) {}

    /// The message, now marked as going; null when it need not or must not go, or not now.
    private @Nullable Going letGo(UUID id) {
        Delivery found = store.find(id).orElse(null);
        if (found == null || !found.isOpen()) {
            return null;
        }
        Instant now = clock.instant();
        if (!isWanted(found) || !addresses.isActive(found.account())) {
            store.move(id, found.state(), Delivery.State.CANCELLED, now);
            return null;
        }
        Instant quiet = quietUntil(found, now);
        if (quiet != null) {
            store.postpone(id, quiet);
            return null;
        }
        Addresses.Post post = addresses.post(found).orElse(null);
        if (post == null) {
            withoutAddress(found, now);
            return null;
        }
        boolean again = found.mayHaveGone() || found.state() == Delivery.State.SENDING;
        return store.move(id, found.state(), Delivery.State.SENDING, now)
                ? new Going(post, again)
                : null;
    }

    /// Whoever took her number away hears by e-mail what a text message would have said.
    private void withoutAddress(Delivery found, Instant now) {
        if (found.way() == Way.TEXT && !found.template().equals(Preferences.CODE)) {
            store.sendByMailInstead(found.id());
        } else if (found.template().equals(Preferences.CODE)) {
            store.move(found.id(), found.state(), Delivery.State.CANCELLED, now);
        } else {
            store.markFault(found.id(), Delivery.State.DEAD, "no-address", now);
        }
    }

    private boolean isWanted(Delivery found) {
        return checks.stream()
                .filter(check -> check.subjectKind().equals(found.subjectKind()))
                .allMatch(check -> check.stillWanted(found.subject(), found.account()));
    }

    /// Nothing wakes her unless it is urgent; an e-mail somebody relies on her reading wakes nobody.
    private @Nullable Instant quietUntil(Delivery found, Instant now) {
        boolean may =
                found.state() == Delivery.State.SENDING
                        || !found.chosen() && found.way() == Way.MAIL
                        || store.isUrgent(found.id());
        return may ? null : addresses.quietUntil(found.account(), now).orElse(null);
    }

    /// A channel that goes on dawdling is left behind: whether it took the message nobody knows then.
    private static <T> T within(Callable<T> work) {
        return Patience.within(PATIENCE, work);
    }

    private void note(UUID id, String fault) {
        try {
            transaction.executeWithoutResult(
                    _ -> {
                        int attempts = store.find(id).map(Delivery::attempts).orElse(0) + 1;
                        boolean last = attempts >= MOST_ATTEMPTS || fault.equals("refused");
                        store.markFault(
                                id,
                                last ? Delivery.State.DEAD : Delivery.State.QUEUED,
                                fault,
                                clock.instant().plus(pause(attempts)));
                        if (last) {
                            store.sendByMailToo(id);
                        }
                    });
        } catch (RuntimeException outage) {
            // It stays as it is and is taken up again when the database is back.
            LOG.warn("How a message went was not noted: {}", outage.getClass().getSimpleName());
        }
    }

    /// Asks what became of messages that were handed to somebody who can say.
    void ask() {
        Acting.run(
                TASK,
                PURPOSE,
                () ->
                        read(() -> store.handedSince(clock.instant().minus(NEWS), BATCH))
                                .forEach(this::ask));
    }

    private void ask(DeliveryStore.Handed sent) {
        try {
            channels.named(sent.channel(), sent.way())
                    .flatMap(channel -> within(() -> channel.findOutcome(sent.handed())))
                    .ifPresent(
                            arrival ->
                                    transaction.executeWithoutResult(_ -> came(sent.id(), arrival)));
        } catch (RuntimeException notNow) {
            LOG.debug("No news of a message: {}", notNow.getClass().getSimpleName());
        }
    }

    private void came(UUID id, Arrival arrival) {
        store.markOutcome(id, arrival, clock.instant());
        if (arrival != Arrival.DELIVERED) {
            store.sendByMailToo(id);
        }
    }

    private <T> List<T> read(java.util.function.Supplier<List<T>> query) {
        List<T> rows = transaction.execute(_ -> query.get());
        return rows == null ? List.of() : rows;
    }

    /// 10 seconds, then three times as long each time: the eighth try comes after about three hours.
    static Duration pause(int attempts) {
        return Duration.ofSeconds(10L * (long) Math.pow(3, Math.max(0, attempts - 1)));
    }
}
