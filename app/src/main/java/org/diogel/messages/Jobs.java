package org.diogel.messages;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Runs the background work of all features: every bean that is a `RecurringTask`, at its time or
/// when a [Wake] calls it. The list of what is due is in the database, so that two servers never do
/// the same piece at once.
public class Jobs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final Supplier<Scheduler> schedulers;
    private final List<Wake> wakes;
    private final Clock clock;
    private volatile @Nullable Scheduler scheduler;
    private @Nullable ScheduledExecutorService asking;

    /// @param schedulers makes one that has not been started
    Jobs(Supplier<Scheduler> schedulers, List<Wake> wakes, Clock clock) {
        this.schedulers = schedulers;
        this.wakes = wakes;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (scheduler == null) {
            Scheduler started = schedulers.get();
            started.start();
            scheduler = started;
            ScheduledExecutorService ask =
                    Executors.newSingleThreadScheduledExecutor(
                            work -> Thread.ofPlatform().daemon().name("jobs-due").unstarted(work));
            var _ =
                    ask.scheduleWithFixedDelay(
                            () -> wakes.forEach(wake -> call(started, wake)),
                            0,
                            1,
                            TimeUnit.SECONDS);
            asking = ask;
        }
    }

    private void call(Scheduler started, Wake wake) {
        try {
            if (wake.isDue()) {
                started.reschedule(
                        TaskInstanceId.of(wake.task(), RecurringTask.INSTANCE), clock.instant());
            }
        } catch (RuntimeException notNow) {
            // It is running already, or the database is away: it is asked again in a second.
            LOG.debug("{} was not called: {}", wake.task(), notNow.getClass().getSimpleName());
        }
    }

    @Override
    public synchronized void stop() {
        if (asking != null) {
            asking.shutdownNow();
            asking = null;
        }
        Scheduler running = scheduler;
        if (running != null) {
            running.stop();
            scheduler = null;
        }
    }

    /// Apart from the thread that stops everything: work that does not end in time is left behind,
    /// and done again by whoever finds it.
    @Override
    public void stop(Runnable stopped) {
        Thread.ofPlatform()
                .daemon()
                .name("jobs-stop")
                .start(
                        () -> {
                            stop();
                            stopped.run();
                        });
    }

    /// Together with the end of requests (the web server's graceful phase), not before it.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1024;
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
