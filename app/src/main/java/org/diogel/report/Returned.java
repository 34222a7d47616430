package org.diogel.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.vault.KeyId;
import org.diogel.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A database restored from before somebody was erased has her rows again. Nobody can read them: her key
/// is on the list of those destroyed, which is kept apart from the database. Here they go once more,
/// before the first page is served.
@Component
class Returned implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Returned.class);
    private static final int BATCH = 500;

    /// Long before the web server.
    private static final int PHASE = 0;

    private final SweepStore store;
    private final Vault vault;
    private final Aftermath aftermath;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final boolean beside;
    private final TransactionTemplate transaction;

    Returned(
            SweepStore store,
            Vault vault,
            Aftermath aftermath,
            ApplicationEventPublisher events,
            Clock clock,
            Environment settings,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.vault = vault;
        this.aftermath = aftermath;
        this.events = events;
        this.clock = clock;
        this.beside = settings.getProperty("diogel.beside", Boolean.class, false);
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @throws RuntimeException when they cannot be erased: then nothing is served
    @Override
    public void start() {
        if (!beside) {
            Acting.run(new Actor.Task("sweep"), "retention", this::eraseAgain);
        }
    }

    private void eraseAgain() {
        List<KeyId> keys = new ArrayList<>(vault.destroyed());
        int again = 0;
        for (int from = 0; from < keys.size(); from += BATCH) {
            List<KeyId> some = keys.subList(from, Math.min(keys.size(), from + BATCH));
            Integer erased = transaction.execute(_ -> eraseAgain(some));
            again += erased == null ? 0 : erased;
        }
        if (again > 0) {
            LOG.warn("{} reports that were erased had come back with the database; they are erased again", again);
        }
    }

    private int eraseAgain(List<KeyId> keys) {
        List<ReportId> reports = store.eraseReturned(keys);
        for (ReportId report : reports) {
            events.publishEvent(new ReportErased(report));
            aftermath.of(report, false, clock.instant());
        }
        return reports.size();
    }

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return false;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
