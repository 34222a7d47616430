package org.diogel.trust;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Folders of servers under test, and who still works in them.
final class Folders {

    private Folders() {}

    /// Processes called `postgres` that work in this folder, the oldest (the postmaster) first.
    static List<Long> postgresOf(Path cluster) throws IOException {
        List<Long> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : all) {
                try {
                    String program =
                            Files.readSymbolicLink(process.resolve("exe")).getFileName().toString();
                    if (program.startsWith("postgres")
                            && Files.readSymbolicLink(process.resolve("cwd")).equals(cluster)) {
                        found.add(Long.parseLong(process.getFileName().toString()));
                    }
                } catch (IOException _) {
                    // Ended meanwhile.
                }
            }
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    static void removeOldRun(Path folder) throws IOException {
        for (long pid : postgresOf(folder.resolve("data/postgres"))) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
        remove(folder);
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
