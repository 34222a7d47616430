package org.diogel.trust;

import java.io.IOException;

/// A database that is gone for as long as this is open: killed again whenever it comes back.
final class Outage implements AutoCloseable {

    private final Thread killer;

    Outage(Server server) throws IOException {
        server.killPostgres();
        killer =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    while (!Thread.currentThread().isInterrupted()) {
                                        try {
                                            server.killPostgres();
                                            Thread.sleep(5);
                                        } catch (IOException | InterruptedException _) {
                                            return;
                                        }
                                    }
                                });
    }

    @Override
    public void close() throws InterruptedException {
        killer.interrupt();
        killer.join();
    }
}
