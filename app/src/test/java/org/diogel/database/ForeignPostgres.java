package org.diogel.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.diogel.kernel.Durable;

/// A PostgreSQL 16 as somebody else would run it: its own programs, its own settings, on which
/// `db/roles.sql` was run once. Diogel knows nothing of it but an address and three passwords.
public final class ForeignPostgres implements AutoCloseable {

    /// Fetched by the build, since two versions of one library cannot stand on one class path.
    private static final Path ARCHIVE = Path.of("target", "postgres-16", "postgres-16.jar");

    private static final String SUPERUSER = "operator";
    private static final String PASSWORD = "a-password-of-the-operator";

    private final Path folder;
    private final Process process;
    private final int port;

    private ForeignPostgres(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /// Makes a cluster in this folder and runs it.
    ///
    /// @param initdb further words for `initdb`, such as none for a cluster without checksums
    public static ForeignPostgres start(Path folder, String... initdb)
            throws IOException, InterruptedException {
        Path programs = unpacked();
        Path home = folder.toAbsolutePath();
        Path cluster = home.resolve("cluster");
        Leftovers.clear(cluster);
        if (Files.exists(home)) {
            Durable.removeTree(home);
        }
        Files.createDirectories(home);
        Path password = Files.writeString(home.resolve("password"), PASSWORD);
        List<String> words = new ArrayList<>(Shell.prefix());
        words.add(programs.resolve("bin/initdb").toString());
        words.addAll(List.of("-D", cluster.toString(), "-U", SUPERUSER, "-E", "UTF8"));
        words.addAll(List.of("--locale=C", "--auth=scram-sha-256", "--pwfile=" + password));
        words.addAll(List.of(initdb));
        run(home, words).waitFor();
        int port = freePort();
        List<String> serve = new ArrayList<>(Shell.prefix());
        serve.addAll(List.of(programs.resolve("bin/postgres").toString(), "-D", cluster.toString()));
        serve.addAll(List.of("-c", "port=" + port, "-c", "unix_socket_directories="));
        ForeignPostgres started = new ForeignPostgres(home, run(home, serve), port);
        started.awaitReady();
        return started;
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            try {
                superuser("postgres").close();
                return;
            } catch (SQLException notYet) {
                if (!process.isAlive()) {
                    throw new AssertionError(Files.readString(folder.resolve("log")));
                }
                Thread.sleep(Duration.ofMillis(50));
            }
        }
        throw new AssertionError("PostgreSQL 16 did not answer");
    }

    /// What its operator does once: `psql -f db/roles.sql`.
    public ForeignPostgres withRoles(Map<String, String> passwords) {
        RolesScript.run(this::superuser, passwords);
        return this;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/diogel";
    }

    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, SUPERUSER, PASSWORD);
    }

    public void execute(String database, String... statements) throws SQLException {
        try (Connection connection = superuser(database);
                var sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    public Path cluster() {
        return folder.resolve("cluster");
    }

    private static Process run(Path home, List<String> words) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()));
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C"));
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path unpacked() throws IOException {
        Path folder = Path.of("target", "postgres-16", "programs").toAbsolutePath();
        if (Files.isExecutable(folder.resolve("bin/postgres"))) {
            return folder;
        }
        try (ZipFile jar = new ZipFile(ARCHIVE.toFile());
                InputStream txz =
                        jar.getInputStream(jar.getEntry("postgres-linux-x86_64.txz"));
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(
                                new XZCompressorInputStream(new BufferedInputStream(txz)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(folder.resolve(entry.getName()), entry, tar);
            }
        }
        return folder;
    }

    private static void unpack(Path path, TarArchiveEntry entry, InputStream content)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        Files.deleteIfExists(path);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            Files.setPosixFilePermissions(
                    path,
                    PosixFilePermissions.fromString(
                            (entry.getMode() & 0100) == 0 ? "rw-------" : "rwx------"));
        }
    }

    @Override
    public void close() {
        Shell.signal("INT", process.pid());
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
