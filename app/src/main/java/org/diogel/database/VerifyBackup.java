package org.diogel.database;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diogel.kernel.Durable;
import org.diogel.vault.KeyId;
import org.diogel.vault.KeyRing;
import org.diogel.vault.KeysRefused;

/// Proves that a backup can be restored: opens every file of it, looks for gaps, restores the newest
/// into a scratch folder, starts it, lets PostgreSQL check every index and table, and unwraps the key
/// of every story in it.
final class VerifyBackup {
    private final BackupFolder backup;
    private final KeyRing ring;
    private final BackupCipher cipher;
    private final Clock clock;
    private final Optional<Path> programs;
    private final List<Backups.Look> looks;
    private final List<BackupReport.Line> lines = new ArrayList<>();

    VerifyBackup(
            BackupFolder backup,
            KeyRing ring,
            Clock clock,
            Optional<Path> programs,
            List<Backups.Look> looks) {
        this.backup = backup;
        this.ring = ring;
        this.cipher = new BackupCipher(ring.backupKey());
        this.clock = clock;
        this.programs = programs;
        this.looks = looks;
    }

    /// @param parent where decrypted data may be for a while, in a folder that is removed afterwards
    BackupReport run(Path parent) {
        backup.identity(cipher);
        Scratch.clear(parent);
        var scratch = Scratch.of(parent);
        try {
            var bases = new ArrayList<Manifest>();
            check("files", () -> checkFiles(bases));
            check("key store", this::checkKeys);
            check("write-ahead log", () -> checkLog(bases));
            if (bases.isEmpty()) {
                lines.add(new BackupReport.Line(false, "backups", "there is no finished one"));
            } else {
                checkAge(bases.getLast());
                checkRows(bases);
                check("restore", () -> checkRestored(bases.getLast(), scratch));
            }
            return new BackupReport(List.copyOf(lines));
        } finally {
            try {
                Durable.removeTree(scratch);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// One step; what is damaged or refused in it becomes a line of the table.
    private void check(String what, Step step) {
        try {
            lines.add(new BackupReport.Line(true, what, step.result()));
        } catch (BackupCipher.Damaged e) {
            lines.add(new BackupReport.Line(false, what, e.place + " is missing or was changed"));
        } catch (DatabaseRefusal | KeysRefused e) {
            lines.add(new BackupReport.Line(false, what, String.valueOf(e.getMessage())));
        } catch (SQLException e) {
            lines.add(
                    new BackupReport.Line(false, what, "PostgreSQL says " + e.getSQLState()));
        } catch (IOException e) {
            lines.add(new BackupReport.Line(false, what, "a file cannot be read"));
        }
    }

    private interface Step {
        String result() throws IOException, SQLException;
    }

    private String checkFiles(List<Manifest> bases) throws IOException {
        var files = 0;
        for (var name : backup.bases()) {
            var base = Manifest.read(backup, cipher, name);
            for (var file : base.files()) {
                var place = Manifest.place(name, file.path());
                var from = backup.base(name).resolve("files").resolve(file.path() + ".enc");
                var content = cipher.decrypt(from, place, OutputStream.nullOutputStream());
                if (!content.sha256().equals(file.sha256()) || content.size() != file.size()) {
                    throw new BackupCipher.Damaged(place);
                }
                files++;
            }
            bases.add(base);
        }
        return files + " files of " + bases.size() + " backups open";
    }

    private String checkKeys() {
        var copies = new KeyStoreCopies(backup, cipher);
        copies.daily().forEach(copies::read);
        return copies.daily().size() + " copies, the newest " + copies.newest();
    }

    private String checkLog(List<Manifest> bases) throws IOException {
        var names = backup.walNames();
        for (var name : names) {
            cipher.decrypt(
                    backup.walFile(name), WalShipper.place(name), OutputStream.nullOutputStream());
        }
        for (var base : bases) {
            var gap = WalName.firstGap(names, base.startWal(), base.stopWal());
            if (gap.isPresent()) {
                throw new BackupCipher.Damaged(WalShipper.place(gap.get()));
            }
        }
        return names.size() + " files open, no gap";
    }

    private void checkAge(Manifest newest) {
        var age = Duration.between(newest.finished(), clock.instant());
        lines.add(
                new BackupReport.Line(
                        age.compareTo(BackupAge.OLDEST) <= 0,
                        "age",
                        "the newest backup is " + age.toHours() + " hours old"));
    }

    private void checkRows(List<Manifest> bases) {
        var rows = bases.getLast().allRows();
        var before =
                bases.size() < 2
                        ? Optional.<Long>empty()
                        : Optional.of(bases.get(bases.size() - 2).allRows());
        var enough = rows > 0 && before.map(n -> rows * 2 >= n).orElse(true);
        lines.add(
                new BackupReport.Line(
                        enough,
                        "rows",
                        rows + before.map(n -> ", the backup before had " + n).orElse("")));
    }

    private String checkRestored(Manifest newest, Path scratch) throws IOException, SQLException {
        Durable.removeTree(scratch);
        var data = DataFolder.open(scratch);
        // Before the log is read: what was erased meanwhile is in the one or not in the other.
        var opening = stories();
        new Restore(backup, cipher, data, programs.orElse(data.programs())).run(Optional.empty(), Optional.empty());
        try (var postgres = EmbeddedPostgres.start(data, programs.orElse(data.programs()));
                var connection = postgres.superuser("diogel")) {
            var rows = TableRows.count(connection);
            for (var table : newest.rows().keySet()) {
                if (!rows.containsKey(table)) {
                    throw DatabaseRefusal.unsafe("Table " + table + " did not come back.");
                }
            }
            var indexes = checkPages(connection);
            check("stories", () -> checkStories(connection, opening));
            for (var look : looks) {
                check(look.name(), () -> look(connection, look));
            }
            rows.forEach((table, n) -> lines.add(new BackupReport.Line(true, "  " + table, n + " rows")));
            return "starts; " + rows.size() + " tables and " + indexes + " indexes are sound";
        }
    }

    private static String look(Connection connection, Backups.Look look) throws SQLException {
        connection.setAutoCommit(false);
        try {
            return look.at(connection);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /// A backup without the keys of its stories restores to nothing anybody can read.
    ///
    /// @param before keys that opened before the restore began; those that open now are added. Keys go
    ///     within seconds and the log that says so within a minute: yesterday's copy has what went
    ///     in between
    private String checkStories(Connection connection, Set<KeyId> before) throws SQLException {
        var opening = new HashSet<>(before);
        opening.addAll(stories());
        var all = 0;
        var closed = 0;
        try (var sql = connection.createStatement();
                var key =
                        sql.executeQuery(
                                """
                                select r.key_id from report.report r
                                where not exists (
                                    select from report.gone g where g.key_id = r.key_id)
                                """)) {
            while (key.next()) {
                all++;
                closed += opening.contains(new KeyId(key.getObject(1, UUID.class))) ? 0 : 1;
            }
        }
        if (closed > 0) {
            throw DatabaseRefusal.unsafe(
                    closed
                            + " of "
                            + all
                            + " would not open with the newest copy of the key store and this key"
                            + " file; make a backup now and verify again");
        }
        return "all " + all + " would open";
    }

    /// The keys that open in the newest copy of the key store and in that of the day before.
    private Set<KeyId> stories() {
        var copies = new KeyStoreCopies(backup, cipher);
        var opening = new HashSet<>(copies.read(copies.newest()).opening(ring));
        var daily = copies.daily();
        if (daily.size() > 1) {
            opening.addAll(copies.read(daily.get(daily.size() - 2)).opening(ring));
        }
        return opening;
    }

    private static long checkPages(Connection connection) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute("create schema verify");
            sql.execute("create extension amcheck schema verify");
            try (var damaged =
                    sql.executeQuery(
                            """
                            select count(*)
                            from pg_catalog.pg_class c
                            cross join lateral verify.verify_heapam(c.oid) h
                            where c.relkind in ('r', 't', 'm') and c.relpersistence = 'p'
                            """)) {
                damaged.next();
                if (damaged.getLong(1) > 0) {
                    throw DatabaseRefusal.unsafe("PostgreSQL found damaged rows.");
                }
            }
            // Raises an error for a damaged index.
            try (var indexes =
                    sql.executeQuery(
                            """
                            select count(verify.bt_index_check(i.indexrelid, true)::text)
                            from pg_catalog.pg_index i
                            join pg_catalog.pg_class c on c.oid = i.indexrelid
                            join pg_catalog.pg_am a on a.oid = c.relam
                            where a.amname = 'btree' and c.relkind = 'i'
                              and c.relpersistence = 'p' and i.indisready and i.indisvalid
                            """)) {
                indexes.next();
                return indexes.getLong(1);
            }
        }
    }
}
