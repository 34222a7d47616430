package org.diogel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Lists, as pages over HTTP: of somebody whom least is kept from against somebody whom most is kept from,
/// who see the same number of rows.
final class ListBench {

    private static final double MOST = 1.5;
    private static final int PAGES = 100;
    private static final int WARM_UP = 30;
    private static final Pattern QUEUE = Pattern.compile("href=\"/queue/[0-9a-f-]{36}\"");
    private static final Pattern BOARD = Pattern.compile("href=\"/messages/[0-9a-f-]{36}\"");

    private boolean met = true;

    static boolean run() throws Exception {
        Path folder = Subjects.folder();
        try (RealServer server = new RealServer(folder, "demo")) {
            People people = new People(server.port);
            // The lead of a desk, kept out of nothing; a moderator, kept out of much of another's.
            Browser lead = people.signIn("nerys@beacon.invalid");
            Browser moderator = people.signIn("dewi@lantern.invalid");
            // A member of the project that wrote the warnings; one of an agency that sees them by protocol
            // and is kept out of the reports behind some.
            Browser own = people.signIn("tomos@beacon.invalid");
            Browser partner = people.signIn("rhian@council.invalid");
            System.out.printf(
                    "  %d pages each, in turn; load of the machine before: %s%n", PAGES, Machine.load());
            System.out.printf(
                    "  %-38s %5s %9s %9s %7s%n",
                    "milliseconds, median", "rows", "least", "most", "ratio");
            ListBench bench = new ListBench();
            bench.measure("queue, what is open", "/queue", QUEUE, lead, moderator);
            bench.measure("queue, what is closed", "/queue?show=CLOSED", QUEUE, lead, moderator);
            bench.measure("warnings in force", "/messages", BOARD, own, partner);
            bench.measure("warnings in force, page 20", "/messages?page=20", BOARD, own, partner);
            return bench.met;
        }
    }

    private void measure(String what, String path, Pattern row, Browser least, Browser most)
            throws IOException, InterruptedException {
        Measured free = new Measured();
        Measured restricted = new Measured();
        long rows = 0;
        for (int i = 0; i < WARM_UP + PAGES; i++) {
            long[] seen = new long[2];
            for (int turn = 0; turn < 2; turn++) {
                int who = (turn + i) % 2;
                long began = System.nanoTime();
                Answer page = List.of(least, most).get(who).get(path).expect(200);
                long took = System.nanoTime() - began;
                seen[who] = Answer.all(row, page.text()).size();
                if (i >= WARM_UP) {
                    List.of(free, restricted).get(who).add(took);
                }
            }
            if (seen[0] == 0 || seen[0] != seen[1]) {
                throw new IOException(what + ": " + seen[0] + " rows and " + seen[1]);
            }
            rows = seen[0];
        }
        double ratio = restricted.percentile(50) / free.percentile(50);
        boolean missed = ratio > MOST;
        met &= !missed;
        System.out.printf(
                Locale.ROOT,
                "  %-38s %5d %9.2f %9.2f %7.2f  target: at most %.1f%s%n",
                what,
                rows,
                free.percentile(50),
                restricted.percentile(50),
                ratio,
                MOST,
                missed ? "  MISSED" : "");
    }
}
