package org.diogel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.diogel.kernel.ProcessLock;

/// The one folder an installation keeps its data in. Every folder below it is for its owner alone
/// (0700).
///
/// | folder | holds |
/// |---|---|
/// | `postgres` | the database cluster |
/// | `wal` | write-ahead log that waits to be shipped to the backup |
/// | `programs` | the database's programs, unpacked |
/// | `secrets` | generated passwords, one a file (0600) |
/// | `log` | the database's log, seven days of it |
/// | `keystore` | wrapped data keys; the vault's, opaque here |
record DataFolder(Path root) {
    DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /// Makes the folder if it is not there yet.
    static DataFolder open(Path root) {
        try {
            return new DataFolder(secure(root.toAbsolutePath().normalize()).toRealPath());
        } catch (IOException | UncheckedIOException e) {
            throw DatabaseRefusal.impossible(
                    "The data folder "
                            + root
                            + " cannot be made or written; choose another or give this user the"
                            + " right to write there.");
        }
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path wal() {
        return root.resolve("wal");
    }

    Path programs() {
        return root.resolve("programs");
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    Path log() {
        return root.resolve("log");
    }

    Path keystore() {
        return root.resolve("keystore");
    }

    /// The right to run the folder's cluster; empty while somebody else has it.
    Optional<ProcessLock> tryLock() {
        try {
            return ProcessLock.tryTake(root.resolve("lock"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path backupTargets() {
        return root.resolve("backup-targets");
    }

    static Path secure(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                var owner =
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------"));
                Files.createDirectories(folder, owner);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
