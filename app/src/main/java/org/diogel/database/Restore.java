package org.diogel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.diogel.kernel.Durable;

/// Makes a data folder from a backup, as it was at a moment or as late as the backup goes.
final class Restore {
    private static final String LOG_FOLDER = "wal-restore";
    private static final String TOO_LATE =
            "recovery ended before configured recovery target was reached";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);
    private static final Pattern LAST =
            Pattern.compile("last completed transaction was at log time (\\S+ [0-9:.]+)");

    private final BackupFolder backup;
    private final BackupCipher cipher;
    private final DataFolder data;
    private final Path programs;

    Restore(BackupFolder backup, BackupCipher cipher, DataFolder data, Path programs) {
        this.backup = backup;
        this.cipher = cipher;
        this.data = data;
        this.programs = programs;
    }

    /// What came back: which base backup, and the time of the last change in it (PostgreSQL's text,
    /// UTC; empty when nothing changed after the base backup).
    record Done(Manifest base, Optional<String> lastChange) {}

    /// @param keystore which copy of the key store; the newest unless it says
    /// @throws DatabaseRefusal when the folder is not empty, the key is wrong, a file is damaged or
    ///     missing, or the backup does not reach that moment
    Done run(Optional<Instant> until, Optional<String> keystore) {
        backup.identity(cipher);
        try {
            if (!isEmpty()) {
                throw DatabaseRefusal.impossible(
                        data.root() + " is not empty; restore into a new folder.");
            }
            return into(choose(until), until, keystore);
        } catch (BackupCipher.Damaged e) {
            throw damaged(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DatabaseRefusal damaged(BackupCipher.Damaged damaged) {
        return DatabaseRefusal.unsafe(
                "The backup is damaged: "
                        + damaged.place
                        + " is missing or was changed; use another backup folder or an older one.");
    }

    /// Half a restore is no data folder: when it does not succeed, only PostgreSQL's log stays.
    private Done into(Manifest base, Optional<Instant> until, Optional<String> keystore)
            throws IOException {
        try {
            return run(base, until, keystore);
        } catch (IOException | RuntimeException e) {
            try (var files = Files.list(data.root())) {
                for (var path : files.filter(path -> !path.equals(data.log())).toList()) {
                    Durable.removeTree(path);
                }
            }
            throw e;
        }
    }

    private Done run(Manifest base, Optional<Instant> until, Optional<String> keystore)
            throws IOException {
        var names = backup.walNames();
        var gap = WalName.firstGap(names, base.startWal(), base.stopWal());
        if (gap.isPresent()
                && (until.isEmpty()
                        || new WalName(gap.get()).position()
                                <= new WalName(base.stopWal()).position())) {
            throw DatabaseRefusal.unsafe(
                    "The backup lacks the write-ahead log "
                            + gap.get()
                            + "; use another backup folder, or --until a moment before it.");
        }
        putFiles(base);
        var kept = data.root().resolve(LOG_FOLDER);
        try {
            putLog(names, base, kept);
            Shell.forceAll(data.root());
            var reached = recover(until, gap);
            new KeyStoreCopies(backup, cipher).restore(data, keystore);
            return new Done(base, reached);
        } finally {
            Durable.removeTree(kept);
        }
    }

    private Manifest choose(Optional<Instant> until) {
        var bases =
                backup.bases().stream().map(name -> Manifest.read(backup, cipher, name)).toList();
        var timelines = Timelines.read(backup, cipher);
        return bases.stream()
                .filter(timelines::leadsOnFrom)
                .filter(base -> until.isEmpty() || !base.finished().isAfter(until.get()))
                .max(Comparator.comparing(Manifest::finished))
                .orElseThrow(
                        () ->
                                DatabaseRefusal.impossible(
                                        bases.isEmpty()
                                                ? backup.root() + " holds no finished backup."
                                                : "The oldest backup was finished at "
                                                        + bases.getFirst().finished()
                                                        + "; give a later --until."));
    }

    private void putFiles(Manifest base) throws IOException {
        for (var folder : base.folders()) {
            DataFolder.secure(inside(folder));
        }
        var written = new HashSet<Path>();
        for (var file : base.files()) {
            var to = inside(file.path());
            put(backup.base(base.name()).resolve("files").resolve(file.path() + ".enc"),
                    Manifest.place(base.name(), file.path()),
                    to,
                    Optional.of(file));
            written.add(to);
        }
        for (var needed : List.of("PG_VERSION", "backup_label", "global/pg_control")) {
            if (!written.contains(data.postgres().resolve(needed))) {
                throw new BackupCipher.Damaged(Manifest.place(base.name(), needed));
            }
        }
        Files.createFile(data.postgres().resolve("recovery.signal"));
    }

    private void putLog(List<String> names, Manifest base, Path to) throws IOException {
        DataFolder.secure(to);
        var first = new WalName(base.startWal()).position();
        for (var name : names) {
            if (!WalName.isSegment(name) || new WalName(name).position() >= first) {
                put(backup.walFile(name), WalShipper.place(name), to.resolve(name), Optional.empty());
            }
        }
    }

    private void put(Path from, String place, Path to, Optional<Manifest.Entry> expected)
            throws IOException {
        BackupCipher.Content content;
        try (var out = Files.newOutputStream(to)) {
            content = cipher.decrypt(from, place, out);
        }
        if (expected.isPresent()
                && !(expected.get().sha256().equals(content.sha256())
                        && expected.get().size() == content.size())) {
            throw new BackupCipher.Damaged(place);
        }
        Files.setPosixFilePermissions(
                to, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    }

    /// Replays the log and ends the recovery. Returns the time of the last change.
    private Optional<String> recover(Optional<Instant> until, Optional<String> gap)
            throws IOException {
        var cluster = new Cluster(Programs.unpack(programs), data.postgres(), data.wal(), data.log());
        var settings =
                """
                hot_standby = off
                restore_command = 'cp "$DIOGEL_WAL/../%s/%%f" "%%p"'
                recovery_target_timeline = 'latest'
                recovery_target_action = 'promote'
                """
                        .formatted(LOG_FOLDER);
        var target = until.map(Restore::target).orElse("");
        try {
            cluster.start(settings + target);
        } catch (DatabaseRefusal e) {
            if (!log().contains(TOO_LATE) || gap.isPresent()) {
                throw gap.isPresent()
                        ? DatabaseRefusal.unsafe(
                                "The backup lacks the write-ahead log "
                                        + gap.get()
                                        + ", which that moment needs; give an earlier --until.")
                        : e;
            }
            // Nothing changed after the moment asked for, as far as the backup goes: all of it.
            cluster.start(settings);
        }
        cluster.stop();
        if (Files.exists(data.postgres().resolve("recovery.signal"))) {
            throw new IllegalStateException("PostgreSQL stopped before the recovery ended");
        }
        return LAST.matcher(log()).results().reduce((_, last) -> last).map(found -> found.group(1));
    }

    /// PostgreSQL reads neither the T nor the Z of ISO 8601 here.
    private static String target(Instant until) {
        return "recovery_target_time = '" + TIME.format(until) + "'\n";
    }

    private String log() throws IOException {
        var text = new StringBuilder();
        for (var name : BackupFolder.names(data.log(), "postgres-", ".log")) {
            text.append(Files.readString(data.log().resolve(name + ".log")));
        }
        return text.toString();
    }

    private Path inside(String path) {
        var resolved = data.root().resolve(path).normalize();
        if (!resolved.startsWith(data.root())) {
            throw new BackupCipher.Damaged(path);
        }
        return resolved;
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> files = Files.list(data.root())) {
            return files.findAny().isEmpty();
        }
    }
}
