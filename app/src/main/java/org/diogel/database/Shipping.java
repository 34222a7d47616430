package org.diogel.database;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ships write-ahead log every few seconds while Diogel serves, and once more when it is closed.
final class Shipping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shipping.class);
    private static final int EVERY_SECONDS = 5;

    private final WalShipper shipper;
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(
                    work -> Thread.ofPlatform().daemon().name("ship-log").unstarted(work));

    Shipping(WalShipper shipper) {
        this.shipper = shipper;
        var _ = clockwork.scheduleWithFixedDelay(this::ship, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void ship() {
        try {
            shipper.ship();
        } catch (IOException | RuntimeException e) {
            LOG.error("Write-ahead log was not shipped; it is kept and tried again", e);
        }
    }

    /// The last round may take a second; a backup folder that hangs must not keep Diogel from
    /// stopping. What is left is shipped at the next start.
    @Override
    public void close() {
        var _ = clockwork.submit(this::ship);
        clockwork.shutdown();
        try {
            var _ = clockwork.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
