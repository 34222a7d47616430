package org.diogel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.diogel.kernel.Durable;

/// Folders a backup is decrypted into while it is verified, each named by the process that works in
/// it. One whose process is gone holds a readable database that nobody needs: whoever comes next
/// removes it.
final class Scratch {
    private static final String NAME = "verify-";

    private Scratch() {}

    /// @param parent where it is made
    static Path of(Path parent) {
        return parent.resolve(NAME + ProcessHandle.current().pid());
    }

    /// Removes what killed processes left in a folder.
    static void clear(Path parent) {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (var left = Files.newDirectoryStream(parent, NAME + "[0-9]*")) {
            for (var folder : left) {
                if (!isInUse(folder)) {
                    Leftovers.clear(folder.toRealPath().resolve("postgres"));
                    Durable.removeTree(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A process of that number that began well after the folder was made is another one.
    private static boolean isInUse(Path folder) throws IOException {
        var made = Files.readAttributes(folder, BasicFileAttributes.class).creationTime().toInstant();
        try {
            var pid = Long.parseLong(folder.getFileName().toString().substring(NAME.length()));
            return ProcessHandle.of(pid)
                    .map(process -> process.info().startInstant().map(began -> began.isBefore(made.plusSeconds(60))).orElse(true))
                    .orElse(false);
        } catch (NumberFormatException _) {
            return true;
        }
    }
}
