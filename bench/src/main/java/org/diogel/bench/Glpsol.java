package org.diogel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.diogel.disclosure.Release;

/// The attacker: GNU's linear-programming program asked, for one hidden cell after another, how
/// small and how large it can be given everything shown. Debian's package glpk-utils.
final class Glpsol implements AutoCloseable {

    /// What a cell can be, by linear programs; `high` is infinite when nothing stops it.
    record Interval(double low, double high) {

        private static final double NOISE = 1e-6;

        /// The smallest whole number in it.
        long least() {
            return (long) Math.ceil(low - NOISE);
        }

        /// The largest.
        long most() {
            return (long) Math.floor(high + NOISE);
        }
    }

    private final Path folder;
    private final String sums;

    /// @param shown what was published
    Glpsol(Release shown, List<Sum> sums) throws IOException {
        folder = Files.createTempDirectory("diogel-bench");
        StringBuilder text = new StringBuilder("Subject To\n");
        for (Sum sum : sums) {
            StringBuilder row = new StringBuilder();
            long right = 0;
            for (int m = 0; m < sum.cells().length; m++) {
                int cell = sum.cells()[m];
                if (shown.hidden(cell)) {
                    row.append(Sum.sign(m) < 0 ? " - x" : " + x").append(cell).append('\n');
                } else {
                    right -= Sum.sign(m) * shown.values()[cell];
                }
            }
            if (!row.isEmpty()) {
                text.append(row).append(" = ").append(right).append('\n');
            }
        }
        this.sums = text.append("End\n").toString();
    }

    static boolean isHere() {
        try {
            return new ProcessBuilder("glpsol", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /// @throws IllegalStateException when it finds no answer within ten minutes
    Interval interval(int cell) throws IOException, InterruptedException {
        OptionalDouble low = solve("Minimize", cell);
        OptionalDouble high = solve("Maximize", cell);
        return new Interval(low.orElse(0), high.orElse(Double.POSITIVE_INFINITY));
    }

    private OptionalDouble solve(String direction, int cell)
            throws IOException, InterruptedException {
        Path model = folder.resolve("model.lp");
        Path answer = folder.resolve("answer");
        try (Writer writer = Files.newBufferedWriter(model)) {
            writer.write(direction + "\n it: x" + cell + "\n" + sums);
        }
        Process process =
                new ProcessBuilder(
                                "glpsol",
                                "--lp",
                                model.toString(),
                                "--write",
                                answer.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("glpsol found no answer in ten minutes.");
        }
        // One line says all: s bas ROWS COLUMNS PRIMAL DUAL OBJECTIVE, each status f when feasible.
        String[] words =
                Files.readAllLines(answer).stream()
                        .filter(line -> line.startsWith("s "))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("glpsol said nothing."))
                        .split(" ");
        if (!words[4].equals("f")) {
            throw new IllegalStateException("glpsol finds what was published contradictory.");
        }
        return words[5].equals("f")
                ? OptionalDouble.of(Double.parseDouble(words[6]))
                : OptionalDouble.empty();
    }

    @Override
    public void close() {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
