package org.diogel.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.diogel.kernel.Durable;

/// The database's own programs, unpacked once a version into a folder that only this user can write:
/// in a shared folder somebody else could exchange them.
record Programs(Path bin) {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    Path postgres() {
        return bin.resolve("postgres");
    }

    Path initdb() {
        return bin.resolve("initdb");
    }

    static Programs unpack(Path folder) {
        var version = version();
        var home = folder.resolve(version);
        try {
            if (!Files.isDirectory(home)) {
                DataFolder.secure(folder);
                var temporary = Files.createTempDirectory(folder, ".unpack-");
                unpackTo(temporary);
                // Before it gets its name: what has it is never unpacked again.
                Shell.forceAll(temporary);
                try {
                    Durable.place(temporary, home);
                } catch (java.nio.file.FileSystemException _) {
                    // Somebody else was quicker; theirs is the same.
                    Durable.removeTree(temporary);
                }
            }
            return new Programs(home.resolve("bin"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpackTo(Path folder) throws IOException {
        try (var archive = archive();
                var tar =
                        new TarArchiveInputStream(
                                new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackEntry(folder, entry, tar);
            }
        }
    }

    private static void unpackEntry(Path folder, TarArchiveEntry entry, InputStream content)
            throws IOException {
        var path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("The archive of the database's programs leaves its folder");
        }
        if (entry.isDirectory()) {
            DataFolder.secure(path);
        } else if (!path.toString().endsWith(".a")) {
            DataFolder.secure(path.resolveSibling(".").normalize());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                Files.copy(content, path);
                var mayRun = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(
                        path, PosixFilePermissions.fromString(mayRun ? "rwx------" : "rw-------"));
            }
        }
    }

    private static InputStream archive() {
        var archive = Programs.class.getResourceAsStream(ARCHIVE);
        if (archive == null) {
            throw DatabaseRefusal.impossible(
                    "This build holds no PostgreSQL for this machine; set DIOGEL_DATABASE_URL to a"
                            + " server of your own.");
        }
        return archive;
    }

    /// Names the folder by the archive's size: another version unpacks beside it.
    private static String version() {
        var archive = Programs.class.getResource(ARCHIVE);
        if (archive == null) {
            return "none";
        }
        try {
            return "postgres-" + archive.openConnection().getContentLengthLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
