package org.diogel.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the database again when it ends by itself: killed by hand, by a kernel short of memory, or
/// by a fault of its own. Until it answers, pages say that nothing could be saved.
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long BETWEEN_TRIES = 1_000;

    private final Cluster cluster;
    private final Thread thread;
    private volatile boolean closing;

    /// The cluster runs, and until this is closed nobody else starts or stops it.
    Watch(Cluster cluster) {
        this.cluster = cluster;
        this.thread = Thread.ofPlatform().daemon().name("postgres-watch").start(this::watch);
    }

    private void watch() {
        while (!closing) {
            try {
                cluster.awaitEnd();
                if (!closing) {
                    LOG.warn("The database ended by itself and is being started again");
                    cluster.startAgain("");
                    LOG.warn("The database answers again");
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                if (closing) {
                    return;
                }
                LOG.error("The database did not start again", e);
                try {
                    Thread.sleep(BETWEEN_TRIES);
                } catch (InterruptedException _) {
                    return;
                }
            }
        }
    }

    /// Afterwards a database that ends stays ended.
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
