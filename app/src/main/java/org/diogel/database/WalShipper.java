package org.diogel.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diogel.kernel.Durable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes archived write-ahead log, encrypted, to every backup folder of this data folder, and the key
/// store with it; removes it here once all have it on disk.
///
/// The list of folders is the file `backup-targets`. A folder that is not there (a disk taken off)
/// gets its log when it is back; until then the log stays here.
final class WalShipper {
    private static final Logger LOG = LoggerFactory.getLogger(WalShipper.class);

    private final DataFolder data;
    private final BackupCipher cipher;
    private final Clock clock;
    private final Map<Path, String> shippedKeys = new HashMap<>();
    private final Set<Path> missed = new HashSet<>();

    WalShipper(DataFolder data, BackupCipher cipher, Clock clock) {
        this.data = data;
        this.cipher = cipher;
        this.clock = clock;
    }

    /// Remembers one more folder. From when this returns, no log is removed that it has not got.
    void addTarget(Path target) throws IOException {
        try (var _ = lock()) {
            var targets = new LinkedHashSet<>(targets());
            if (targets.add(target)) {
                write(targets);
            }
        }
    }

    /// Forgets a folder: what is in it stays, and nothing more goes there.
    ///
    /// @return whether it was known
    boolean removeTarget(Path target) throws IOException {
        try (var _ = lock()) {
            var targets = new LinkedHashSet<>(targets());
            var known = targets.remove(target);
            if (known) {
                write(targets);
            }
            return known;
        }
    }

    private void write(Collection<Path> targets) throws IOException {
        var text = String.join("\n", targets.stream().map(Path::toString).toList());
        Durable.write(data.backupTargets(), text.getBytes(StandardCharsets.UTF_8));
    }

    List<Path> targets() throws IOException {
        if (!Files.exists(data.backupTargets())) {
            return List.of();
        }
        return Files.readAllLines(data.backupTargets()).stream()
                .filter(line -> !line.isBlank())
                .map(Path::of)
                .toList();
    }

    /// Ships what is there. Several processes may do so; one at a time does.
    void ship() throws IOException {
        try (var _ = lock()) {
            // The names first: a key store copied after them holds the keys of all their rows.
            var names = BackupFolder.names(data.wal(), "", "");
            var everywhere = true;
            for (var target : targets()) {
                everywhere &= shipTo(new BackupFolder(target), names);
            }
            if (everywhere) {
                for (var name : names) {
                    Files.deleteIfExists(data.wal().resolve(name));
                }
            }
        }
    }

    private boolean shipTo(BackupFolder target, List<String> names) {
        if (!target.exists()) {
            if (missed.add(target.root())) {
                LOG.warn(
                        "The backup folder {} is not there: its log is kept here until its disk is"
                                + " back, or until ./diogel backup --forget {}",
                        target.root(),
                        target.root());
            }
            return false;
        }
        missed.remove(target.root());
        try {
            var keys = KeyStoreCopies.state(data);
            if (!keys.equals(shippedKeys.get(target.root()))) {
                new KeyStoreCopies(target, cipher).copy(data, clock);
                shippedKeys.put(target.root(), keys);
            }
            for (var name : names) {
                ship(name, target);
            }
            return true;
        } catch (IOException | RuntimeException e) {
            // Whatever is wrong with one folder keeps nothing from the others.
            LOG.warn("The backup folder {} cannot be written; its log is kept here meanwhile", target.root(), e);
            return false;
        }
    }

    private void ship(String name, BackupFolder target) throws IOException {
        var place = place(name);
        if (Files.exists(target.walFile(name))) {
            // Either this very file, shipped before a crash, or that of a twin of this database.
            var there = cipher.decrypt(target.walFile(name), place, java.io.OutputStream.nullOutputStream());
            if (!there.equals(content(data.wal().resolve(name)))) {
                throw new IOException("Another " + name + " is already in the backup");
            }
            return;
        }
        try (var log = new BufferedInputStream(Files.newInputStream(data.wal().resolve(name)))) {
            cipher.encrypt(log, target.walFile(name), place);
        }
    }

    static String place(String name) {
        return "wal/" + name;
    }

    private static BackupCipher.Content content(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var sha = java.util.HexFormat.of().formatHex(BackupCipher.sha256().digest(bytes));
        return new BackupCipher.Content(sha, bytes.length);
    }

    private FileChannel lock() throws IOException {
        DataFolder.secure(data.wal());
        var channel =
                FileChannel.open(
                        data.root().resolve("ship.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        while (true) {
            try {
                channel.lock();
                return channel;
            } catch (java.nio.channels.OverlappingFileLockException _) {
                Pause.millis(20);
            }
        }
    }
}
