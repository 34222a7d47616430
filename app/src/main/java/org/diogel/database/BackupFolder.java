package org.diogel.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where backups go. Everything in it is encrypted.
///
/// | path | holds |
/// |---|---|
/// | `database/identity.enc` | which database this is a backup of; proves the key |
/// | `database/base-TIME/` | one base backup: `manifest.enc` and `files/…enc` |
/// | `database/wal/NAME.enc` | the write-ahead log since |
/// | `keystore/keys-DATE.enc` | wrapped data keys, the day's newest, at most 30 days of them |
/// | `keystore/kept-TIME.enc` | the same from before many keys went at once, as long |
record BackupFolder(Path root) {
    private static final String IDENTITY = "identity";

    BackupFolder {
        root = root.toAbsolutePath().normalize();
    }

    Path wal() {
        return root.resolve("database/wal");
    }

    Path keystore() {
        return root.resolve("keystore");
    }

    Path base(String name) {
        return root.resolve("database").resolve(name);
    }

    Path walFile(String name) {
        return wal().resolve(name + ".enc");
    }

    boolean exists() {
        return Files.isRegularFile(identityFile());
    }

    /// Makes the folder for that database, or checks that it is the one it was made for.
    ///
    /// @param system PostgreSQL's identifier of the cluster
    /// @param known whether backups went there before: then one that is empty is a disk that is not
    ///     there, and nothing is begun in the folder under it
    void claim(BackupCipher cipher, String system, boolean known) {
        if (known && !exists()) {
            throw DatabaseRefusal.impossible(
                    root
                            + " held a backup and is empty: put its disk back, or begin anew there"
                            + " after ./diogel backup --forget "
                            + root
                            + ".");
        }
        try {
            DataFolder.secure(wal());
            DataFolder.secure(keystore());
            if (!exists()) {
                cipher.encrypt(
                        new ByteArrayInputStream(system.getBytes(StandardCharsets.US_ASCII)),
                        identityFile(),
                        IDENTITY);
            } else if (!identity(cipher).equals(system)) {
                throw DatabaseRefusal.impossible(
                        root + " holds the backup of another database; choose another folder.");
            }
        } catch (IOException | UncheckedIOException e) {
            throw DatabaseRefusal.impossible(
                    "The backup folder " + root + " cannot be written; is its disk there and full?");
        }
    }

    /// Which database this is a backup of.
    ///
    /// @throws DatabaseRefusal when there is no backup, or the key is not the one it was made with
    String identity(BackupCipher cipher) {
        if (!exists()) {
            throw DatabaseRefusal.impossible(root + " holds no backup of Diogel.");
        }
        try {
            return new String(cipher.decrypt(identityFile(), IDENTITY), StandardCharsets.US_ASCII);
        } catch (BackupCipher.Damaged _) {
            throw DatabaseRefusal.unusable(
                    "This key file does not open the backup in "
                            + root
                            + "; name the key file it was made with by --keys or DIOGEL_KEYS.");
        }
    }

    /// Names of base backups, oldest first.
    List<String> bases() {
        return names(root.resolve("database"), "base-", "");
    }

    /// Names of shipped files of write-ahead log, in order.
    List<String> walNames() {
        return names(wal(), "", ".enc");
    }

    /// Names in a folder, without their end, sorted; hidden ones are unfinished and left out.
    static List<String> names(Path folder, String start, String end) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(start) && name.endsWith(end))
                    .filter(name -> !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - end.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path identityFile() {
        return root.resolve("database").resolve(IDENTITY + ".enc");
    }
}
