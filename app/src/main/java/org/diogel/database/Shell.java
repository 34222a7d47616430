package org.diogel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diogel.kernel.Durable;

/// Runs the database's programs and sends them signals.
final class Shell {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private Shell() {}

    /// The words to put before a program of the database.
    ///
    /// PostgreSQL refuses to run as root. A user namespace without a mapping makes it see itself and
    /// its files as "nobody" while both still belong to root, so nothing has to change owner and no
    /// other user gains a right. `setpriv` asks the kernel to stop it (`SIGQUIT`: at once, and safe)
    /// when the thread that started it ends, also by `kill -9`. A session of its own keeps Ctrl-C in
    /// a terminal from stopping the database before the server.
    static List<String> prefix() {
        var words = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            words.add(SETSID.toString());
        }
        if (isRoot()) {
            if (!succeeds(List.of("/usr/bin/unshare", "-U", "/bin/true"))) {
                throw DatabaseRefusal.impossible(
                        "PostgreSQL does not run as root and this machine forbids user namespaces;"
                                + " start Diogel as an ordinary user.");
            }
            words.addAll(List.of("/usr/bin/unshare", "-U"));
        }
        if (succeeds(List.of(SETPRIV.toString(), "--pdeathsig", "QUIT", "/bin/true"))) {
            words.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "QUIT"));
        }
        return words;
    }

    /// `signal` without "SIG", such as `INT`. A process that is gone is no error.
    static void signal(String signal, long pid) {
        succeeds(List.of("/bin/sh", "-c", "kill -\"$0\" \"$1\"", signal, Long.toString(pid)));
    }

    static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Forces everything of the file system that holds a folder to disk: quicker than a thousand
    /// files one by one.
    static void forceAll(Path folder) throws IOException {
        if (!succeeds(List.of("/usr/bin/sync", "-f", folder.toString()))) {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                    Durable.force(path);
                }
            }
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
