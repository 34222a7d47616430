package org.diogel.database;

import java.nio.file.Path;
import java.time.Duration;

/// The database of a data folder for a command of the launcher: the one a server is running, or one
/// started for as long as the command takes.
public final class Beside implements AutoCloseable {
    private final DatabaseSettings settings;
    private final AutoCloseable started;

    private Beside(DatabaseSettings settings, AutoCloseable started) {
        this.settings = settings;
        this.started = started;
    }

    /// @throws DatabaseRefusal when the folder's database neither answers nor starts
    public static Beside open(Path data) {
        var folder = DataFolder.open(data);
        var lock = folder.tryLock();
        if (lock.isPresent()) {
            lock.get().close();
            var postgres = EmbeddedPostgres.start(folder);
            return new Beside(postgres.settings(), postgres);
        }
        return new Beside(
                DatabaseSettings.embedded(runningPort(folder), new Secrets(folder.secrets())),
                () -> {});
    }

    /// The port of the server that holds the folder's lock.
    static int runningPort(DataFolder folder) {
        return PostmasterFile.read(folder.postgres())
                .filter(file -> file.state().equals("ready"))
                .map(PostmasterFile::port)
                .orElseThrow(
                        () ->
                                DatabaseRefusal.impossible(
                                        "The database of "
                                                + folder.root()
                                                + " is just starting or stopping; try again in a"
                                                + " minute."));
    }

    /// The same for whoever can wait for a server that was started a moment ago: both units start at
    /// boot, and after a change of keys.
    static int portOnceReady(DataFolder folder, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end
                && PostmasterFile.read(folder.postgres())
                        .filter(file -> file.state().equals("ready"))
                        .isEmpty()) {
            Pause.millis(200);
        }
        return runningPort(folder);
    }

    public DatabaseSettings settings() {
        return settings;
    }

    @Override
    public void close() throws Exception {
        started.close();
    }
}
