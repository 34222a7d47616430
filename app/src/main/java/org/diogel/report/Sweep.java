package org.diogel.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Keeping;
import org.diogel.vault.KeyId;
import org.diogel.vault.KeyOwner;
import org.diogel.vault.KeyStoreFile;
import org.diogel.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Erases what is to be erased. First the rows, with a note of the key in the same transaction; then
/// the key; then the note. Killed at any moment, nothing half-erased can be read and the next run
/// goes on.
@Component
class Sweep {

    /// A draft nobody came back to.
    static final Duration DRAFT = Duration.ofDays(Keeping.after("report-draft").getDays());

    /// A report the desk closed.
    static final Period CLOSED = Keeping.after("report-closed");

    /// Keys without a row: longer than any backup is kept, so that a database restored to an earlier
    /// moment still finds its keys.
    static final Duration ORPHAN = Duration.ofDays(35);

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int BATCH = 500;

    private final SweepStore store;
    private final Vault vault;
    private final Aftermath aftermath;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SweepSettings settings;
    private final List<KeyOwner> owners;
    private final TransactionTemplate transaction;

    Sweep(
            SweepStore store,
            Vault vault,
            Aftermath aftermath,
            ApplicationEventPublisher events,
            Clock clock,
            SweepSettings settings,
            List<KeyOwner> owners,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.vault = vault;
        this.aftermath = aftermath;
        this.events = events;
        this.clock = clock;
        this.settings = settings;
        this.owners = owners;
        this.transaction = new TransactionTemplate(transactions);
    }

    void run() {
        Acting.run(
                new Actor.Task("sweep"),
                "retention",
                () -> {
                    trying("What is due", this::eraseRows);
                    trying("What is gone", this::destroyKeys);
                    trying("What nobody names", this::sweepOrphans);
                });
    }

    void eraseRows() {
        Instant now = clock.instant();
        SweepStore.Until until =
                new SweepStore.Until(
                        now,
                        now.minus(DRAFT),
                        now.atZone(ZoneOffset.UTC).minus(CLOSED).toInstant());
        List<SweepStore.Due> all = read(() -> store.due(until));
        for (SweepStore.Due due : all) {
            trying("A report", () -> transaction.executeWithoutResult(_ -> erase(due, until)));
        }
    }

    private void erase(SweepStore.Due due, SweepStore.Until until) {
        if (store.erase(due, until)) {
            if (!due.draft()) {
                events.publishEvent(new ReportErased(due.report()));
            }
            aftermath.of(due.report(), due.draft(), until.now());
        }
    }

    void destroyKeys() {
        for (KeyId key : read(store::gone)) {
            trying(
                    "A key",
                    () -> {
                        vault.destroy(key);
                        transaction.executeWithoutResult(_ -> store.forget(key));
                    });
        }
    }

    /// One that cannot be erased now holds up no other; the next run tries it again.
    private static void trying(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException left) {
            LOG.warn("{} was not erased: {}", what, left.getClass().getSimpleName());
        }
    }

    private void sweepOrphans() {
        try (Stream<KeyId> old = vault.olderThan(clock.instant().minus(ORPHAN))) {
            List<KeyId> keys = old.toList();
            List<KeyId> unnamed = new ArrayList<>();
            for (int from = 0; from < keys.size(); from += BATCH) {
                List<KeyId> some = keys.subList(from, Math.min(keys.size(), from + BATCH));
                unnamed.addAll(read(() -> unowned(store.unnamed(some))));
            }
            int all = vault.size();
            if (KeyStoreFile.isMuch(unnamed.size(), all) && !settings.orphans()) {
                LOG.error(
                        "{} of {} keys have no report, which is too many to be left over: none was"
                                + " destroyed. Is this the right database, not one restored too far"
                                + " back? If it is, start once with DIOGEL_SWEEP_ORPHANS=true",
                        unnamed.size(),
                        all);
            } else if (!unnamed.isEmpty()) {
                vault.destroy(unnamed);
            }
        }
    }

    private List<KeyId> unowned(List<KeyId> unnamed) {
        List<KeyId> left = new ArrayList<>(unnamed);
        owners.forEach(owner -> left.removeAll(owner.named(List.copyOf(left))));
        return left;
    }

    private <T> List<T> read(java.util.function.Supplier<List<T>> query) {
        List<T> found = transaction.execute(status -> query.get());
        return found == null ? List.of() : found;
    }
}
