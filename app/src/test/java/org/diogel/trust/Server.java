package org.diogel.trust;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Diogel as it runs for real: a process of its own, started by a word of the launcher from the built
/// classes. Everything it writes is below one folder: `data`, `tmp`, `out`, `err`.
final class Server implements AutoCloseable {

    private static final Pattern READY =
            Pattern.compile("Diogel is ready at http://(?:127\\.0\\.0\\.1|localhost):(\\d+)");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

    final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> options = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private @Nullable Process process;
    private int port;

    /// @param folder emptied of what an earlier run left
    /// @param word `demo` or `serve`
    Server(Path folder, String word) throws IOException {
        this.folder = folder.toAbsolutePath();
        Folders.removeOldRun(this.folder);
        Files.createDirectories(tmp());
        // Everybody comes from one address here.
        environment("DIOGEL_REPORT_BEGINATONCE", "100000000");
        environment("DIOGEL_REPORT_BEGINATONCEEVERYWHERE", "100000000");
        words.addAll(List.of(word, "--data", data().toString(), "--port", Ports.free()));
    }

    Path data() {
        return folder.resolve("data");
    }

    Path tmp() {
        return folder.resolve("tmp");
    }

    int port() {
        return port;
    }

    /// An option of the virtual machine.
    Server option(String option) {
        options.add(option);
        return this;
    }

    Server environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Server without(String name) {
        environment.remove(name);
        return this;
    }

    /// Starts and returns when it says that it serves.
    ///
    /// @throws AssertionError when it ends instead, or says nothing for two minutes
    Server start() throws IOException, InterruptedException {
        launch();
        Process running = process();
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE) {
            var ready = READY.matcher(Files.readString(folder.resolve("out")));
            if (ready.find()) {
                port = Integer.parseInt(ready.group(1));
                return this;
            }
            if (running.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new AssertionError(
                        "Diogel ended with " + running.exitValue() + "; it said: " + said());
            }
        }
        throw new AssertionError("Diogel was not ready in time; it said: " + said());
    }

    /// Starts and waits for the end. @return its exit status
    int startToEnd() throws IOException, InterruptedException {
        launch();
        Process running = process();
        if (!running.waitFor(PATIENCE, TimeUnit.NANOSECONDS)) {
            throw new AssertionError("Diogel did not end; it said: " + said());
        }
        return running.exitValue();
    }

    /// Runs another word beside the demonstration, on its data and with its keys. @return its exit
    /// status
    int run(String... others) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(others));
        all.addAll(List.of("--data", data().toString(), "--keys", data() + "/demo.keys"));
        return say(all.toArray(String[]::new));
    }

    /// Runs another word as it is, in the server's environment. @return its exit status
    int say(String... word) throws IOException, InterruptedException {
        return builder(List.of(word))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("out-words").toFile()))
                .start()
                .waitFor();
    }

    /// Runs another word in the same environment, with nothing added.
    ///
    /// @return what it printed
    String ask(String... others) throws IOException, InterruptedException {
        Path out = folder.resolve("out-asked");
        Process said = builder(List.of(others)).redirectOutput(out.toFile()).start();
        if (said.waitFor() != 0) {
            throw new AssertionError(others[0] + " ended with " + said.exitValue() + ": " + said());
        }
        return Files.readString(out);
    }

    private void launch() throws IOException {
        Path out = folder.resolve("out");
        if (Files.exists(out)) {
            Files.write(
                    folder.resolve("out-before"),
                    Files.readAllBytes(out),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        process = builder(words).redirectOutput(out.toFile()).start();
    }

    private ProcessBuilder builder(List<String> said) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx600m", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        // It lives for seconds: the second compiler would cost as much again as the whole start.
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Djava.io.tmpdir=" + tmp());
        command.add("-Ddiogel.home=" + folder);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), "org.diogel.Diogel"));
        command.addAll(said);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectError(
                                ProcessBuilder.Redirect.appendTo(folder.resolve("err").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("DIOGEL_"));
        builder.environment().putAll(environment);
        return builder;
    }

    /// What is shipped: the classes and libraries of this test run without the tests' own.
    static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    String said() throws IOException {
        Path err = folder.resolve("err");
        String all = Files.exists(err) ? Files.readString(err) : "";
        return all.substring(Math.max(0, all.length() - 3_000));
    }

    String announced() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    /// Asks it to stop. @return milliseconds until it and its database were gone
    long terminate() throws IOException, InterruptedException {
        long began = System.nanoTime();
        process().destroy();
        if (!process().waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("Diogel does not stop");
        }
        while (!postgres().isEmpty()) {
            Thread.sleep(20);
            if (System.nanoTime() - began > PATIENCE) {
                throw new AssertionError("PostgreSQL does not stop");
            }
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    /// `kill -9` of the server's own process alone.
    void killJvm() throws InterruptedException {
        process().destroyForcibly().waitFor();
    }

    /// `kill -9` of the postmaster and every backend.
    void killPostgres() throws IOException {
        for (long pid : postgres()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /// `kill -9` of everything at once, and wait until it is gone.
    void killAll() throws IOException, InterruptedException {
        List<Long> database = postgres();
        process().destroyForcibly();
        for (long pid : database) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
        process().waitFor();
        while (!postgres().isEmpty()) {
            killPostgres();
            Thread.sleep(10);
        }
    }

    /// Whether it says within so many seconds that it can take in a report.
    boolean isUpWithin(int seconds) throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < patience) {
            try (Visitor visitor = new Visitor(port)) {
                if (visitor.get("/health").status() == 200) {
                    return true;
                }
            } catch (IOException _) {
                // It does not listen yet.
            }
            Thread.sleep(20);
        }
        return false;
    }

    /// What the health page says now: status and text.
    String health() throws IOException, InterruptedException {
        // The answer may be a second old.
        Thread.sleep(1_100);
        try (Visitor visitor = new Visitor(port)) {
            Answer answer = visitor.get("/health");
            return answer.status() + " " + answer.text();
        }
    }

    /// A request that never ends: it promises more than it sends.
    Socket hangingRequest() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream()
                .write(
                        """
                        POST /tell/words HTTP/1.1\r
                        Host: 127.0.0.1\r
                        Content-Type: application/x-www-form-urlencoded\r
                        Content-Length: 1000\r
                        \r
                        words=It\
                        """
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /// Every process of this server's database, the postmaster first.
    List<Long> postgres() throws IOException {
        return Folders.postgresOf(data().resolve("postgres"));
    }

    /// Past every policy: for looking at what is really there.
    Connection superuser() throws IOException, SQLException {
        return superuser("diogel");
    }

    /// Waits out a start or a recovery: the health page says for a second what it last found, so a
    /// database killed in that second may still be on its way back.
    Connection superuser(String database) throws IOException, SQLException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try {
                return connect(database);
            } catch (IOException | SQLException notYet) {
                if (System.nanoTime() > patience) {
                    throw notYet;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    private Connection connect(String database) throws IOException, SQLException {
        List<String> file = Files.readAllLines(data().resolve("postgres/postmaster.pid"));
        if (file.size() < 4) {
            throw new IOException("The database is only just starting");
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + file.get(3).strip() + "/" + database,
                "postgres",
                Files.readString(data().resolve("secrets/postgres"), StandardCharsets.US_ASCII)
                        .strip());
    }

    private Process process() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("Not started");
        }
        return running;
    }

    @Override
    public void close() {
        try {
            if (isRunning()) {
                killAll();
            }
            killPostgres();
        } catch (IOException _) {
            // The next run clears what is left.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
