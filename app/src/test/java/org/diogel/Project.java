package org.diogel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The project's own files, as the tests that check its rules read them.
public final class Project {

    /// `DIOGEL_WRITE=true ./diogel test …` makes a test write down what it found instead of comparing;
    /// so does `-Ddiogel.write=true`.
    public static final boolean WRITE =
            Boolean.getBoolean("diogel.write") || "true".equals(System.getenv("DIOGEL_WRITE"));

    /// In the order of the house: a feature imports only what stands before it.
    public static final List<String> FEATURES =
            List.of(
                    "kernel",
                    "figures",
                    "web",
                    "vault",
                    "database",
                    "audit",
                    "access",
                    "account",
                    "consent",
                    "messages",
                    "checkpoint",
                    "protocol",
                    "report",
                    "tie",
                    "emergency",
                    "evidence",
                    "alert",
                    "checker",
                    "liaison",
                    "safeguarding",
                    "contest",
                    "retention",
                    "subjectaccess",
                    "operation",
                    "demo");

    private static final Set<String> NOT_OURS =
            Set.of("target", "node_modules", ".git", ".diogel", "node", "data");

    private Project() {}

    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve(".mvn"))) {
            here = here.getParent();
        }
        return here;
    }

    public static Path app() {
        return root().resolve("app");
    }

    /// Every file below a folder of the project whose name ends so, in the order of its path.
    public static List<Path> files(String under, String... endings) {
        Path top = root().resolve(under);
        List<Path> found = new ArrayList<>();
        if (!Files.exists(top)) {
            return found;
        }
        try {
            Files.walkFileTree(
                    top,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path folder, BasicFileAttributes attributes) {
                            return !folder.equals(top)
                                            && NOT_OURS.contains(folder.getFileName().toString())
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(
                                Path file, BasicFileAttributes attributes) {
                            for (String ending : endings) {
                                if (file.toString().endsWith(ending)) {
                                    found.add(file);
                                }
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        found.sort(null);
        return found;
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// The path as a failure names it.
    public static String name(Path file) {
        return root().relativize(file).toString();
    }

    /// Exceptions to a rule, from `src/test/resources/rules`: one a line, `what | why`. Every one
    /// has its reason.
    public static Map<String, String> exceptions(String file) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line :
                text(app().resolve("src/test/resources/rules").resolve(file)).split("\n")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\\|", 2);
            if (parts.length < 2 || parts[1].isBlank()) {
                throw new IllegalStateException(file + ": no reason given for " + line);
            }
            rows.put(parts[0].strip(), parts[1].strip());
        }
        return rows;
    }
}
