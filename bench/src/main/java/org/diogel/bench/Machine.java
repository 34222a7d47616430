package org.diogel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is measured on.
final class Machine {

    private Machine() {}

    static String describe() throws IOException {
        return field("/proc/cpuinfo", "model name")
                + ", "
                + Runtime.getRuntime().availableProcessors()
                + " cores, memory "
                + kibibytes("/proc/meminfo", "MemTotal") / 1_048_576
                + " GiB, "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.version")
                + ", Java "
                + System.getProperty("java.runtime.version");
    }

    /// Programs that wanted to run in the last minute, on average.
    static String load() throws IOException {
        Path path = Path.of("/proc/loadavg");
        return Files.exists(path) ? Files.readString(path).split(" ")[0] : "unknown";
    }

    /// The most memory this process ever had, in MiB, the solvers' included.
    static long peak() throws IOException {
        return kibibytes("/proc/self/status", "VmHWM") / 1024;
    }

    static long kibibytes(String file, String name) throws IOException {
        String digits = field(file, name).replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    private static String field(String file, String name) throws IOException {
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            return "unknown";
        }
        return Files.readAllLines(path).stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("unknown");
    }
}
