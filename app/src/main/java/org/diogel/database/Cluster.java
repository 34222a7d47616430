package org.diogel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One cluster of PostgreSQL and the process that runs it. Not thread-safe; the owner of the data
/// folder's lock uses it.
final class Cluster {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Programs programs;
    private final Path folder;
    private final Path wal;
    private final Path log;
    private @Nullable Process process;
    private int port;

    /// `folder` is the cluster, `wal` where archived log goes, `log` stands beside the cluster.
    Cluster(Programs programs, Path folder, Path wal, Path log) {
        this.programs = programs;
        this.folder = folder;
        this.wal = wal;
        this.log = log;
    }

    int port() {
        return port;
    }

    /// Makes the cluster with checksums and the superuser's password of that file.
    void initialise(Path passwordFile) {
        var command = new ArrayList<>(Shell.prefix());
        command.add(programs.initdb().toString());
        command.addAll(List.of("--pgdata", folder.toString(), "--username", Secrets.SUPERUSER));
        command.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + passwordFile));
        command.addAll(List.of("--data-checksums", "--encoding=UTF8", "--locale=C"));
        command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        command.addAll(List.of("--set", "dynamic_shared_memory_type=posix", "--no-instructions"));
        try {
            if (launcher(command).start().waitFor() != 0) {
                throw didNotStart();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw didNotStart();
        }
    }

    /// Starts and waits until it answers, recovery included. `more` are lines of `postgresql.conf`,
    /// `words` settings on the command line (`name=value`), which win over any file.
    void start(String more, String... words) {
        prepare(more);
        for (var attempt = 1; ; attempt++) {
            port = freePort();
            if (comesUp(words)) {
                return;
            }
            // The one fault that another try mends: somebody took the port in between.
            if (attempt == 3 || isFree(port)) {
                throw didNotStart();
            }
        }
    }

    /// The same once more after it ended by itself: on the same port, where everybody looks for it.
    void startAgain(String more) {
        prepare(more);
        if (!comesUp()) {
            throw didNotStart();
        }
    }

    /// Returns when the process has ended, whoever ended it.
    void awaitEnd() throws InterruptedException {
        var running = process;
        if (running != null) {
            running.waitFor();
        }
    }

    private void prepare(String more) {
        Leftovers.clear(folder);
        DataFolder.secure(wal);
        DataFolder.secure(log);
        try {
            ClusterSettings.write(folder, more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean comesUp(String... words) {
        var started = launch(words);
        process = started;
        var ready = isReady(started);
        if (ready) {
            // Its checkpointer looks at archive_timeout only once it is called: else nothing would be
            // archived in the first five minutes.
            Shell.signal("HUP", started.pid());
        }
        return ready;
    }

    /// Stops within four seconds: politely, then at once; either way nothing committed is lost.
    void stop() {
        var running = process;
        if (running == null) {
            return;
        }
        try {
            Shell.signal("INT", running.pid());
            if (!running.waitFor(3, TimeUnit.SECONDS)) {
                Shell.signal("QUIT", running.pid());
                if (!running.waitFor(1, TimeUnit.SECONDS)) {
                    Leftovers.processes(folder).forEach(pid -> Shell.signal("KILL", pid));
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            Shell.signal("QUIT", running.pid());
        }
        process = null;
    }

    private Process launch(String... words) {
        var command = new ArrayList<>(Shell.prefix());
        command.addAll(List.of(programs.postgres().toString(), "-D", folder.toString()));
        command.addAll(List.of("-c", "port=" + port));
        for (var word : words) {
            command.addAll(List.of("-c", word));
        }
        var launcher = launcher(command);
        var started = new CompletableFuture<Process>();
        // Its end is the end of the database (Shell.prefix), so it stays for as long as that lives.
        Thread.ofPlatform()
                .daemon()
                .name("postgres")
                .start(
                        () -> {
                            try {
                                var running = launcher.start();
                                started.complete(running);
                                running.waitFor();
                            } catch (IOException e) {
                                started.completeExceptionally(e);
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        });
        try {
            return started.get();
        } catch (ExecutionException _) {
            throw didNotStart();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw didNotStart();
        }
    }

    private ProcessBuilder launcher(List<String> command) {
        DataFolder.secure(log);
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.resolve("postgres-start.log").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("DIOGEL_WAL", wal.toString());
        return builder;
    }

    private boolean isReady(Process started) {
        for (var waited = 0L; waited < PATIENCE.toMillis(); waited += 20) {
            if (!started.isAlive()) {
                return false;
            }
            var file = PostmasterFile.read(folder);
            if (file.isPresent()
                    && file.get().pid() == started.pid()
                    && file.get().state().equals("ready")) {
                return true;
            }
            Pause.millis(20);
        }
        return false;
    }

    private DatabaseRefusal didNotStart() {
        return DatabaseRefusal.impossible(
                "PostgreSQL did not start; the reason is in the newest file of " + log + ".");
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
