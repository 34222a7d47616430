package org.diogel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.diogel.kernel.Durable;
import org.diogel.kernel.ProcessLock;

/// The PostgreSQL that comes with Diogel, run from one data folder.
///
/// It listens on 127.0.0.1 only, asks everybody for a password, and says "committed" only when that
/// is on disk. After a crash of anything the next start recovers by itself; while the server runs,
/// [Watch] starts a crashed database again.
public final class EmbeddedPostgres implements AutoCloseable {
    private final ProcessLock lock;
    private final Cluster cluster;
    private final Secrets secrets;
    private final Watch watch;

    private EmbeddedPostgres(ProcessLock lock, Cluster cluster, Secrets secrets) {
        this.lock = lock;
        this.cluster = cluster;
        this.secrets = secrets;
        this.watch = new Watch(cluster);
    }

    /// Starts the database of a data folder, making both when they are new, and waits until it has
    /// recovered and answers.
    ///
    /// @throws DatabaseRefusal when another server holds the folder or PostgreSQL does not start
    public static EmbeddedPostgres start(Path data) {
        return start(DataFolder.open(data));
    }

    static EmbeddedPostgres start(DataFolder folder) {
        return start(folder, folder.programs());
    }

    /// `programs` is where PostgreSQL's programs are or will be unpacked.
    static EmbeddedPostgres start(DataFolder folder, Path programsFolder) {
        var lock = take(folder);
        try {
            Scratch.clear(folder.root());
            var programs = Programs.unpack(programsFolder);
            var secrets = new Secrets(folder.secrets());
            if (!Files.isDirectory(folder.postgres())) {
                make(folder, programs, secrets);
            }
            var cluster = new Cluster(programs, folder.postgres(), folder.wal(), folder.log());
            cluster.start("");
            return new EmbeddedPostgres(lock, cluster, secrets);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Makes the cluster and its roles under another name first: a first start that is cut short
    /// leaves nothing half made.
    private static void make(DataFolder folder, Programs programs, Secrets secrets) {
        var unfinished = folder.root().resolve("postgres.new");
        try {
            Leftovers.clear(unfinished);
            Durable.removeTree(unfinished);
            secrets.get(Secrets.SUPERUSER);
            var cluster = new Cluster(programs, unfinished, folder.wal(), folder.log());
            cluster.initialise(secrets.file(Secrets.SUPERUSER));
            cluster.start("", "archive_mode=off");
            try {
                RolesScript.run(
                        database -> superuser(cluster.port(), secrets, database),
                        Map.of(
                                "app_password", secrets.get("app"),
                                "migrate_password", secrets.get("migrate"),
                                "platform_password", secrets.get("platform")));
            } finally {
                cluster.stop();
            }
            Durable.place(unfinished, folder.postgres());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes an empty data folder for its owner alone.
    public static void makeFolder(Path data) {
        DataFolder.open(data);
    }

    /// Removes a data folder with all it holds, unless a server runs on it.
    public static void remove(Path data) {
        var folder = DataFolder.open(data);
        try (var lock = take(folder)) {
            Leftovers.clear(folder.postgres());
            Durable.removeTree(folder.root());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessLock take(DataFolder folder) {
        return folder.tryLock()
                .orElseThrow(
                        () ->
                                DatabaseRefusal.impossible(
                                        "Another Diogel already runs on "
                                                + folder.root()
                                                + "; stop it first or choose another data"
                                                + " folder."));
    }

    public DatabaseSettings settings() {
        return DatabaseSettings.embedded(cluster.port(), secrets);
    }

    Connection superuser(String database) throws SQLException {
        return superuser(cluster.port(), secrets, database);
    }

    static Connection superuser(int port, Secrets secrets, String database) throws SQLException {
        var login = new DatabaseSettings.Login(Secrets.SUPERUSER, secrets.get(Secrets.SUPERUSER));
        var properties = login.properties(0);
        // The first connection of all loads the driver, which a busy machine takes its time over.
        properties.setProperty("loginTimeout", "60");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    /// Stops the database within four seconds and gives the data folder back. Does nothing twice.
    @Override
    public synchronized void close() {
        watch.close();
        cluster.stop();
        lock.close();
    }
}
