package org.diogel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diogel.vault.KeyRing;

/// The door to backups of the embedded database: made while it serves, encrypted, restored to a
/// moment, and proved by restoring.
///
/// A backup is two things in one folder: base backups with the write-ahead log since
/// (`database/`), and copies of the key store (`keystore/`), which are kept at most 30 days. The ring
/// of keys is in neither: without it a backup opens for nobody.
public final class Backups {
    /// How long a server may take to start: it replays its log and may migrate.
    private static final Duration STARTING = Duration.ofMinutes(3);

    private final KeyRing ring;
    private final BackupCipher cipher;
    private final Clock clock;
    private final Optional<Path> programs;

    public Backups(KeyRing ring, Clock clock) {
        this(ring, clock, Optional.empty());
    }

    /// @param programs where PostgreSQL's programs are unpacked, instead of in each data folder
    Backups(KeyRing ring, Clock clock, Optional<Path> programs) {
        this.ring = ring;
        this.cipher = new BackupCipher(ring.backupKey());
        this.clock = clock;
        this.programs = programs;
    }

    /// What was backed up: rows by table as they were when the backup ended.
    public record Made(Instant finished, Map<String, Long> rows, int files) {}

    /// What was restored; `lastChange` as PostgreSQL writes it, in UTC.
    public record Restored(Instant base, Optional<String> lastChange) {}

    /// Makes a base backup of a data folder into `target` and ships all log with it. Works beside a
    /// running server and starts the database itself when there is none.
    ///
    /// @throws DatabaseRefusal with one sentence that says what to do
    public Made backup(Path data, Path target) {
        if (!Files.isDirectory(data.resolve("postgres"))) {
            throw DatabaseRefusal.impossible(
                    data + " holds no database of Diogel's; name its data folder by --data.");
        }
        var folder = DataFolder.open(data);
        try {
            var lock = folder.tryLock();
            if (lock.isEmpty()) {
                var port = Beside.portOnceReady(folder, STARTING);
                try (var running =
                        EmbeddedPostgres.superuser(
                                port, new Secrets(folder.secrets()), "diogel")) {
                    return backup(folder, new BackupFolder(target), running);
                }
            }
            lock.get().close();
            try (var postgres =
                            EmbeddedPostgres.start(folder, programs.orElse(folder.programs()));
                    var own = postgres.superuser("diogel")) {
                return backup(folder, new BackupFolder(target), own);
            }
        } catch (SQLException e) {
            throw DatabaseRefusal.impossible(
                    "The running database did not let itself be backed up (SQL state "
                            + e.getSQLState()
                            + "); is there room for its log in "
                            + folder.wal()
                            + "?");
        } catch (BackupCipher.Damaged e) {
            throw Restore.damaged(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Made backup(DataFolder data, BackupFolder target, Connection superuser)
            throws IOException, SQLException {
        var shipper = new WalShipper(data, cipher, clock);
        var known = shipper.targets().contains(target.root());
        target.claim(cipher, system(superuser), known);
        // Before the backup begins: from here on no log is removed that this folder has not got.
        shipper.addTarget(target.root());
        var manifest = new BaseBackup(data, target, cipher, clock).make(superuser);
        shipper.ship();
        if (!target.walNames().contains(manifest.stopWal())) {
            throw DatabaseRefusal.impossible(
                    "The write-ahead log did not reach " + target.root() + "; is its disk full?");
        }
        new Retention(target, cipher, clock).apply();
        return new Made(manifest.finished(), manifest.rows(), manifest.files().size());
    }

    /// Ships log to every backup folder of the data folder until it is closed.
    ///
    /// @param target one more folder, such as `DIOGEL_BACKUP_DIR`
    public AutoCloseable ship(EmbeddedPostgres postgres, Path data, Optional<Path> target) {
        var folder = DataFolder.open(data);
        var shipper = new WalShipper(folder, cipher, clock);
        if (target.isPresent()) {
            try (var superuser = postgres.superuser("diogel")) {
                var backup = new BackupFolder(target.get());
                // A disk that is not there is no reason not to serve: the log waits for it here.
                if (!shipper.targets().contains(backup.root()) || backup.exists()) {
                    backup.claim(cipher, system(superuser), false);
                    shipper.addTarget(backup.root());
                }
            } catch (SQLException | IOException e) {
                throw new IllegalStateException("The backup folder was not remembered", e);
            }
        }
        return new Shipping(shipper);
    }

    /// Makes the new folder `data` from a backup, as it was at `until` or as late as it goes.
    ///
    /// @param keystore the day or time of a copy of the key store, instead of the newest
    ///
    /// @throws DatabaseRefusal with one sentence that says what to do
    public Restored restore(
            Path target, Path data, Optional<Instant> until, Optional<String> keystore) {
        var folder = DataFolder.open(data);
        var done =
                new Restore(
                                new BackupFolder(target),
                                cipher,
                                folder,
                                programs.orElse(folder.programs()))
                        .run(until, keystore);
        return new Restored(done.base().finished(), done.lastChange());
    }

    /// One more thing that is looked at in a backup that was restored to be verified.
    public interface Look {
        /// What it is called in the report.
        String name();

        /// @param superuser in a transaction of its own, which is rolled back
        /// @return what was found
        /// @throws DatabaseRefusal when it is not sound
        String at(Connection superuser) throws SQLException;
    }

    /// Checks all of a backup and restores its newest into a folder below `parent`, which is removed
    /// afterwards.
    ///
    /// @throws DatabaseRefusal when there is no backup or the key is wrong
    public BackupReport verify(Path target, Path parent, Look... looks) {
        return new VerifyBackup(new BackupFolder(target), ring, clock, programs, List.of(looks))
                .run(parent);
    }

    /// Ships nothing more to a folder; what is in it stays.
    ///
    /// @return whether the data folder was backed up there
    public boolean forget(Path data, Path target) {
        try {
            return new WalShipper(DataFolder.open(data), cipher, clock)
                    .removeTarget(new BackupFolder(target).root());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String system(Connection superuser) throws SQLException {
        try (var sql = superuser.createStatement();
                var row =
                        sql.executeQuery("select system_identifier from pg_control_system()")) {
            row.next();
            return row.getString(1);
        }
    }
}
