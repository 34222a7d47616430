package org.diogel.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.Acting;
import org.diogel.web.Leaf;
import org.diogel.web.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// How sending goes: for the administrator, and for whoever watches a demonstration.
@Service
class Deliveries {

    /// How long it is shown that something did not arrive.
    private static final Duration SHOWN = Duration.ofDays(30);

    private final DeliveryStore store;
    private final UnsentStore unsent;
    private final Outbox outbox;
    private final Wording wording;
    private final Addresses addresses;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final boolean demonstration;

    Deliveries(
            DeliveryStore store,
            UnsentStore unsent,
            Outbox outbox,
            Wording wording,
            Addresses addresses,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${diogel.mode:serve}") String mode) {
        this.store = store;
        this.unsent = unsent;
        this.outbox = outbox;
        this.wording = wording;
        this.addresses = addresses;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.demonstration = mode.equals("demo");
    }

    boolean canSend() {
        return outbox.canSend();
    }

    /// One page of what waits, was given up, or did not arrive.
    record Unsent(Leaf leaf, List<DeliveriesView.Line> lines) {}

    /// @param page as the address had it
    @Transactional(readOnly = true)
    Unsent listUnsent(@Nullable String page) {
        Instant since = clock.instant().minus(SHOWN);
        Leaf leaf = Leaf.of(page, unsent.countUnsent(since));
        return new Unsent(
                leaf,
                unsent.unsent(since, leaf.before(), Leaf.ROWS).stream()
                        .map(
                                one ->
                                        new DeliveriesView.Line(
                                                one, addresses.describe(one.account()).agency()))
                        .toList());
    }

    /// @throws NotHere when it was not given up
    @Transactional
    void tryAgain(UUID id) {
        if (!store.tryAgain(id, clock.instant())) {
            throw new NotHere();
        }
        audit.record(AuditEntry.of("messages.tried-again", "delivery", id, "state"));
    }

    /// Read as the outbox itself, since everything in a demonstration is made up.
    ///
    /// @throws NotHere outside the demonstration
    List<OutboxView.Letter> listOutbox() {
        if (!demonstration) {
            throw new NotHere();
        }
        return Acting.as(
                Outbox.TASK, "showing", () -> transaction.execute(_ -> letters()));
    }

    private List<OutboxView.Letter> letters() {
        return store.sentBy("outbox").stream().map(this::letter).toList();
    }

    private OutboxView.Letter letter(Delivery sent) {
        Mail mail = mail(sent);
        Addresses.Who to = addresses.describe(sent.account());
        return new OutboxView.Letter(
                to.roles(),
                to.agency(),
                sent.way(),
                sent.sentAt() == null ? sent.queuedAt() : sent.sentAt(),
                mail.subject(),
                mail.body());
    }

    /// A code is shown while it counts.
    private Mail mail(Delivery sent) {
        return sent.template().equals(Preferences.CODE)
                ? addresses.post(sent).map(Addresses.Post::mail).orElse(wording.code("–"))
                : wording.of(sent.template(), sent.way());
    }
}
