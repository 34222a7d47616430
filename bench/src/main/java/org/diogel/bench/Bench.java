package org.diogel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// `./diogel bench [NAME…]`: every bench, or those named, each in a process of its own so that its
/// memory is its own.
///
/// Exit 0 all targets met, 2 no such bench, 3 a target missed, 4 it could not be measured.
public final class Bench {

    /// What a process that measures is told in front of the name.
    private static final String HERE = "--here";

    private static final int MISSED = 3;

    /// The heap each may use; what solvers take comes on top of it.
    private static final String HEAP = "-Xmx3g";

    /// What each may use in all.
    private static final long MOST_MIB = 4096;

    /// What can be measured.
    private enum Job {
        TABLES_414(TableBench::published),
        TABLES_340(TableBench::threeWay),
        TABLES_100000(TableBench::large),
        AUDIT(AuditBench::run),
        ACCESS(AccessBench::run),
        LISTS(ListBench::run),
        SERVER(ServerBench::run);

        /// Prints what was found; false when a target was missed.
        private final Callable<Boolean> run;

        Job(Callable<Boolean> run) {
            this.run = run;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Job named(String name) {
            return Arrays.stream(values())
                    .filter(job -> job.label().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
        }

        private static String unknown(String name) {
            return "There is no bench \""
                    + name
                    + "\"; there are "
                    + Arrays.stream(values()).map(Job::label).collect(Collectors.joining(", "))
                    + ".";
        }
    }

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> names = new ArrayList<>(Arrays.asList(arguments));
        boolean here = names.remove(HERE);
        List<Job> jobs;
        try {
            jobs = names.stream().map(Job::named).toList();
        } catch (IllegalArgumentException unknown) {
            System.err.println(unknown.getMessage());
            System.exit(2);
            return;
        }
        boolean met = true;
        if (here) {
            for (Job job : jobs) {
                met &= job.run.call();
            }
            long peak = Machine.peak();
            met &= peak <= MOST_MIB;
            System.out.printf("  peak memory %d MiB, target: at most %d%n", peak, MOST_MIB);
        } else {
            System.out.println(Machine.describe());
            for (Job job : jobs.isEmpty() ? List.of(Job.values()) : jobs) {
                System.out.println("\n" + job.label());
                met &= apart(job);
            }
        }
        System.exit(met ? 0 : MISSED);
    }

    private static boolean apart(Job job) throws IOException, InterruptedException {
        int status =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                HEAP,
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dstdout.encoding=UTF-8",
                                "-Ddiogel.home=" + System.getProperty("diogel.home", "."),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Bench.class.getName(),
                                HERE,
                                job.label())
                        .inheritIO()
                        .start()
                        .waitFor();
        if (status != 0 && status != MISSED) {
            System.exit(4);
        }
        return status == 0;
    }
}
