package org.diogel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a killed server may leave behind: its PostgreSQL still running, or a file that says so.
///
/// A process counts as the cluster's only when its working folder is the cluster's and its program
/// is called `postgres`; a number in a file alone proves nothing, numbers are given again.
final class Leftovers {
    private Leftovers() {}

    /// Stops every process of the cluster and clears a stale `postmaster.pid`. The caller holds the
    /// data folder's lock.
    static void clear(Path cluster) {
        var postmaster = PostmasterFile.read(cluster);
        if (!processes(cluster).isEmpty()) {
            for (var step : List.of("INT", "QUIT", "KILL")) {
                for (var pid : processes(cluster)) {
                    // An interrupt goes to the postmaster, which tells its own; the rest to each.
                    if (!step.equals("INT")
                            || postmaster.map(file -> file.pid() == pid).orElse(false)) {
                        Shell.signal(step, pid);
                    }
                }
                if (gone(cluster, Duration.ofSeconds(6))) {
                    break;
                }
            }
        }
        if (!processes(cluster).isEmpty()) {
            throw DatabaseRefusal.impossible(
                    "A PostgreSQL of this data folder still runs and cannot be stopped; restart the"
                            + " machine.");
        }
        try {
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Long> processes(Path cluster) {
        var found = new ArrayList<Long>();
        try (DirectoryStream<Path> all =
                Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : all) {
                if (isOf(process, cluster)) {
                    found.add(Long.parseLong(process.getFileName().toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static boolean isOf(Path process, Path cluster) {
        try {
            var program = Files.readSymbolicLink(process.resolve("exe")).getFileName().toString();
            return (program.equals("postgres") || program.equals("postgres (deleted)"))
                    && Files.readSymbolicLink(process.resolve("cwd")).equals(cluster);
        } catch (IOException _) {
            // Ended meanwhile, or somebody else's.
            return false;
        }
    }

    private static boolean gone(Path cluster, Duration atMost) {
        for (var waited = 0; waited < atMost.toMillis(); waited += 50) {
            if (processes(cluster).isEmpty()) {
                return true;
            }
            Pause.millis(50);
        }
        return false;
    }
}
