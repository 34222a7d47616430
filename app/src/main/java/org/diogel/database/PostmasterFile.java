package org.diogel.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// `postmaster.pid`: what a running PostgreSQL says of itself. Line 1 its process, line 4 its port,
/// line 8 its state ("ready", "standby", "starting", "stopping").
record PostmasterFile(long pid, int port, String state) {
    static Optional<PostmasterFile> read(Path cluster) {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return Optional.of(
                    new PostmasterFile(
                            Long.parseLong(lines.get(0).strip()),
                            lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0,
                            lines.size() > 7 ? lines.get(7).strip() : "starting"));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }
}
