package org.diogel.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Diogel as its launcher starts it, with its own database, on this machine only.
final class RealServer implements AutoCloseable {

    static final int HEAP_MIB = 512;

    private static final Pattern READY =
            Pattern.compile("Diogel is ready at http://(?:127\\.0\\.0\\.1|localhost):(\\d+)");
    private static final Pattern COLLECTED =
            Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\((\\d+)M\\)");
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

    private final Path folder;
    private final Process process;
    private final Thread hook;

    /// Seconds from the launcher's start to the line that says that it serves.
    final double started;

    final int port;

    /// @param folder of its own, where everything is below; `data` may be there already
    /// @param word `demo` or `serve`
    RealServer(Path folder, String word) throws IOException, InterruptedException {
        this.folder = folder;
        Path out = folder.resolve("out");
        Files.deleteIfExists(out);
        ProcessBuilder launcher =
                launcher(
                        folder, word, "--data", folder.resolve("data").toString(), "--port", free());
        launcher.environment()
                .put(
                        "JAVA_TOOL_OPTIONS",
                        "-Xmx"
                                + HEAP_MIB
                                + "m -Xlog:gc:file="
                                + folder.resolve("gc-%p.log")
                                + "::filecount=0");
        long began = System.nanoTime();
        process =
                launcher.redirectOutput(out.toFile())
                        .redirectError(
                                ProcessBuilder.Redirect.appendTo(folder.resolve("err").toFile()))
                        .start();
        hook = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(hook);
        port = await(out, began);
        started = (System.nanoTime() - began) / 1e9;
    }

    /// Another word, to its end.
    static void say(Path folder, String... words) throws IOException, InterruptedException {
        int status =
                launcher(folder, words)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start()
                        .waitFor();
        if (status != 0) {
            throw new IOException("diogel " + words[0] + " ended with " + status);
        }
    }

    static Path home() {
        return Path.of(System.getProperty("diogel.home", ".")).toAbsolutePath().normalize();
    }

    private static ProcessBuilder launcher(Path folder, String... words) {
        List<String> command = new ArrayList<>(List.of(home().resolve("diogel").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("DIOGEL_"));
        environment.put("DIOGEL_KEYS", folder.resolve("bench.keys").toString());
        // Everybody comes from one address here.
        environment.put("DIOGEL_REPORT_BEGINATONCE", "100000000");
        environment.put("DIOGEL_REPORT_BEGINATONCEEVERYWHERE", "100000000");
        return builder;
    }

    private int await(Path out, long began) throws IOException, InterruptedException {
        while (System.nanoTime() - began < PATIENCE) {
            Matcher ready = READY.matcher(Files.readString(out));
            if (ready.find()) {
                return Integer.parseInt(ready.group(1));
            }
            if (process.waitFor(5, TimeUnit.MILLISECONDS)) {
                throw new IOException("Diogel did not start; see " + folder.resolve("err"));
            }
        }
        close();
        throw new IOException("Diogel was not ready within five minutes");
    }

    private static String free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    /// What its memory was: [the most in use, the most still in use after it was cleared] in MiB.
    int[] heap() throws IOException {
        int[] most = new int[2];
        for (String line : Files.readAllLines(folder.resolve("gc-" + process.pid() + ".log"))) {
            Matcher pause = COLLECTED.matcher(line);
            if (pause.find()) {
                most[0] = Math.max(most[0], Integer.parseInt(pause.group(1)));
                most[1] = Math.max(most[1], Integer.parseInt(pause.group(2)));
            }
        }
        return most;
    }

    /// The most memory the server's own process had, in MiB; its database's is not in it.
    long peak() throws IOException {
        return Machine.kibibytes("/proc/" + process.pid() + "/status", "VmHWM") / 1024;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /// Asks it to stop, and waits until it has.
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("Diogel does not stop");
            }
        } catch (InterruptedException asked) {
            // The hook has asked it already.
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(hook);
        try (var logs = Files.newDirectoryStream(folder, "gc-*.log")) {
            for (Path log : logs) {
                Files.delete(log);
            }
        }
    }
}
