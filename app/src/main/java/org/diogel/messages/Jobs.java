package org.diogel.messages;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs the background work of all features: every bean that is a `RecurringTask`. The list of what
/// is due is in the database, so that two servers never do the same piece at once.
@Component
public class Jobs implements SmartLifecycle {

    private final DataSource platform;
    private final List<RecurringTask<?>> tasks;
    private @Nullable Scheduler scheduler;

    Jobs(@Qualifier("platformDataSource") DataSource platform, List<RecurringTask<?>> tasks) {
        this.platform = platform;
        this.tasks = List.copyOf(tasks);
    }

    @Override
    public synchronized void start() {
        if (scheduler == null) {
            scheduler =
                    Scheduler.create(platform)
                            .startTasks(tasks)
                            .tableName("platform.scheduled_tasks")
                            .threads(2)
                            .pollingInterval(Duration.ofSeconds(1))
                            .shutdownMaxWait(Duration.ofSeconds(3))
                            .schedulerName(() -> "diogel")
                            .build();
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
