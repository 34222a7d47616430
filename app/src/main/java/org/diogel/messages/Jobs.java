package org.diogel.messages;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Runs the background work of all features: every bean that is a `RecurringTask`. The list of what
/// is due is in the database, so that two servers never do the same piece at once.
public class Jobs implements SmartLifecycle {

    private final Supplier<Scheduler> schedulers;
    private @Nullable Scheduler scheduler;

    /// @param schedulers makes one that has not been started
    Jobs(Supplier<Scheduler> schedulers) {
        this.schedulers = schedulers;
    }

    @Override
    public synchronized void start() {
        if (scheduler == null) {
            scheduler = schedulers.get();
            scheduler.start();
        }
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }
}
