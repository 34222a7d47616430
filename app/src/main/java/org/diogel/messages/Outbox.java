package org.diogel.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Empties the queue, one message a transaction, so that one that cannot be sent blocks no other.
///
/// A message passes two transactions. The first asks [SendCheck] again and marks it as going; from
/// then on it may have gone. The channel is used outside of any transaction, since a slow mail
/// server must not hold up somebody who takes her report back. The second notes how it went.
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

    private final DeliveryStore store;
    private final List<SendCheck> checks;
    private final Addresses addresses;
    private final Wording wording;
    private final Optional<Channel> channel;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Outbox(
            DeliveryStore store,
            List<SendCheck> checks,
            Addresses addresses,
            Wording wording,
            Optional<Channel> channel,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.checks = checks;
        this.addresses = addresses;
        this.wording = wording;
        this.channel = channel;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    boolean canSend() {
        return channel.isPresent();
    }

    /// Whether something could be sent now.
    boolean isDue() {
        return canSend() && Acting.as(TASK, PURPOSE, () -> !due(1).isEmpty());
    }

    private List<UUID> due(int most) {
        Instant now = clock.instant();
        return transaction.execute(_ -> store.due(now, now.minus(ABANDONED), most));
    }

    /// Sends what is due now, for some seconds at most; the next run goes on. Without a channel
    /// everything stays queued.
    void drain() {
        channel.ifPresent(way -> Acting.run(TASK, PURPOSE, () -> drain(way)));
    }

    private void drain(Channel way) {
        Instant end = clock.instant().plus(RUN);
        for (UUID id : due(BATCH)) {
            if (clock.instant().isAfter(end)) {
                return;
            }
            deliver(id, way);
        }
    }

    private void deliver(UUID id, Channel way) {
        String fault = "check";
        try {
            Delivery going = transaction.execute(_ -> letGo(id));
            if (going == null) {
                return;
            }
            fault = "no-address";
            String address =
                    transaction.execute(_ -> addresses.of(going.account())).orElseThrow();
            fault = "channel";
            way.send(address, wording.of(going.template()));
            transaction.executeWithoutResult(_ -> store.markSent(id, way.name(), clock.instant()));
        } catch (RuntimeException notSent) {
            // An exception of a mail library may quote an address: its kind alone is logged.
            LOG.warn("A message was not sent: {} ({})", fault, notSent.getClass().getSimpleName());
            note(id, fault);
        }
    }

    /// The message, now marked as going; null when it need not or must not go.
    private @org.jspecify.annotations.Nullable Delivery letGo(UUID id) {
        Delivery found = store.find(id).orElse(null);
        if (found == null || !isOpen(found.state())) {
            return null;
        }
        boolean wanted =
                checks.stream()
                        .filter(check -> check.subjectKind().equals(found.subjectKind()))
                        .allMatch(check -> check.stillWanted(found.subject()));
        Delivery.State to = wanted ? Delivery.State.SENDING : Delivery.State.CANCELLED;
        boolean moved = store.move(id, found.state(), to, clock.instant());
        return moved && wanted ? found : null;
    }

    private void note(UUID id, String fault) {
        try {
            transaction.executeWithoutResult(
                    _ -> {
                        int attempts = store.find(id).map(Delivery::attempts).orElse(0) + 1;
                        boolean last = attempts >= MOST_ATTEMPTS || fault.equals("no-address");
                        store.markFault(
                                id,
                                last ? Delivery.State.DEAD : Delivery.State.QUEUED,
                                fault,
                                clock.instant().plus(pause(attempts)));
                    });
        } catch (RuntimeException outage) {
            // It stays as it is and is taken up again when the database is back.
            LOG.warn("How a message went was not noted: {}", outage.getClass().getSimpleName());
        }
    }

    /// 10 seconds, then three times as long each time: the eighth try comes after about three hours.
    static Duration pause(int attempts) {
        return Duration.ofSeconds(10L * (long) Math.pow(3, Math.max(0, attempts - 1)));
    }

    private static boolean isOpen(Delivery.State state) {
        return state == Delivery.State.QUEUED || state == Delivery.State.SENDING;
    }
}
