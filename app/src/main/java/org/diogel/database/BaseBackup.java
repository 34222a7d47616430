package org.diogel.database;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.diogel.kernel.Durable;

/// Copies a running cluster between `pg_backup_start` and `pg_backup_stop`. The copy is not whole by
/// itself: write-ahead log mends what changed while it was read.
final class BaseBackup {
    /// Folders whose content belongs to the running server; the folder itself is needed.
    private static final Set<String> EMPTY =
            Set.of(
                    "pg_wal",
                    "pg_replslot",
                    "pg_dynshmem",
                    "pg_notify",
                    "pg_serial",
                    "pg_snapshots",
                    "pg_stat_tmp",
                    "pg_subtrans");

    private static final Set<String> SKIPPED =
            Set.of(
                    "postmaster.pid",
                    "postmaster.opts",
                    "backup_label",
                    "backup_label.old",
                    "tablespace_map",
                    "backup_manifest",
                    "current_logfiles",
                    "pg_internal.init");

    private static final Pattern START = Pattern.compile("file ([0-9A-F]{24})");
    static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'base-'uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final DataFolder data;
    private final BackupFolder folder;
    private final BackupCipher cipher;
    private final Clock clock;
    private final List<String> folders = new ArrayList<>();
    private final List<Manifest.Entry> files = new ArrayList<>();

    BaseBackup(DataFolder data, BackupFolder folder, BackupCipher cipher, Clock clock) {
        this.data = data;
        this.folder = folder;
        this.cipher = cipher;
        this.clock = clock;
    }

    /// Makes one base backup and returns what it holds, once all write-ahead log it needs is archived
    /// in the data folder.
    Manifest make(Connection superuser) throws IOException, SQLException {
        var started = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var name = NAME.format(started);
        var unfinished = folder.base("." + name);
        removeUnfinished();
        DataFolder.secure(unfinished);

        try (var begin = superuser.createStatement()) {
            // Without room for its archived log PostgreSQL would wait for ever.
            begin.execute("set statement_timeout = '15min'");
            begin.execute("select pg_backup_start('diogel', true)");
        }
        copyTree(name, unfinished, "postgres", data.postgres());
        copyTree(name, unfinished, "secrets", data.secrets());
        var rows = TableRows.count(superuser);
        String label;
        String stopWal;
        long stopPosition;
        try (var sql = superuser.createStatement();
                var row =
                        sql.executeQuery(
                                """
                                select pg_walfile_name(lsn), labelfile, lsn - '0/0'::pg_lsn
                                from pg_backup_stop(wait_for_archive => true)
                                """)) {
            row.next();
            stopWal = row.getString(1);
            label = row.getString(2);
            stopPosition = row.getLong(3);
        }
        copyFile(
                name,
                unfinished,
                "postgres/backup_label",
                new ByteArrayInputStream(label.getBytes(StandardCharsets.UTF_8)));
        var start = START.matcher(label);
        if (!start.find()) {
            throw new IllegalStateException("PostgreSQL's backup label names no log");
        }
        var finished = clock.instant();
        var manifest =
                new Manifest(
                        name,
                        started,
                        finished,
                        start.group(1),
                        stopWal,
                        stopPosition,
                        rows,
                        folders,
                        files);
        manifest.write(folder, cipher, unfinished.resolve("manifest.enc"));
        if (Files.exists(folder.base(name))) {
            throw DatabaseRefusal.impossible("A backup was made this very second; try again.");
        }
        Shell.forceAll(unfinished);
        Durable.place(unfinished, folder.base(name));
        return manifest;
    }

    private void copyTree(String name, Path to, String prefix, Path from) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path path, BasicFileAttributes attributes) {
                        if (path.getFileName().toString().startsWith("pgsql_tmp")) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        folders.add(prefix + relative(from, path));
                        return path.resolveSibling("").equals(from)
                                        && EMPTY.contains(path.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
                            throws IOException {
                        var file = path.getFileName().toString();
                        if (!SKIPPED.contains(file) && !file.startsWith(".")) {
                            try (var content =
                                    new BufferedInputStream(Files.newInputStream(path))) {
                                copyFile(name, to, prefix + relative(from, path), content);
                            } catch (NoSuchFileException _) {
                                // Dropped meanwhile; the write-ahead log knows.
                            }
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path path, IOException e)
                            throws IOException {
                        if (e instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw e;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path path, @org.jspecify.annotations.Nullable IOException e)
                            throws IOException {
                        if (e != null && !(e instanceof NoSuchFileException)) {
                            throw e;
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private void copyFile(String name, Path to, String path, InputStream content)
            throws IOException {
        var target = to.resolve("files").resolve(path + ".enc");
        DataFolder.secure(target.resolveSibling("").normalize());
        var copied = cipher.encryptLoosely(content, target, Manifest.place(name, path));
        files.add(new Manifest.Entry(copied.sha256(), copied.size(), path));
    }

    private static String relative(Path from, Path path) {
        return path.equals(from) ? "" : "/" + from.relativize(path);
    }

    /// What a backup that was cut short left behind.
    private void removeUnfinished() throws IOException {
        try (var all = Files.newDirectoryStream(folder.root().resolve("database"), ".base-*")) {
            for (var path : all) {
                Durable.removeTree(path);
            }
        }
    }
}
