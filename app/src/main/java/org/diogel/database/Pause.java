package org.diogel.database;

/// Waiting for another process, which tells nobody when it is done.
final class Pause {
    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DatabaseRefusal.impossible("Stopped while waiting for the database.");
        }
    }
}
