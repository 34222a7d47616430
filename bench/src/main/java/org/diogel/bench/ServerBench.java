package org.diogel.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// The real server under people of every kind at once; its starts, its memory and its first page.
/// The clients run on the same machine and share its cores.
///
/// `DIOGEL_BENCH_REPORTS` (50000) and `DIOGEL_BENCH_SECONDS` (300) make a shorter run, whose figures
/// are no claim.
final class ServerBench {

    private static final int REPORTS = setting("DIOGEL_BENCH_REPORTS", 50_000, 1_000_000);
    private static final int SECONDS = setting("DIOGEL_BENCH_SECONDS", 300, 3_600);

    /// Fifty requests a second, and the floor's on top of them.
    private static final double TELLING = 2;

    private static final double COMING_BACK = 2;
    private static final double LISTS = 12;
    private static final double ITEMS = 12;
    private static final double STATIC = 5;

    private static final int TELLERS = 8;
    private static final int HOLDERS = 200;
    private static final int LATER_STARTS = 3;
    private static final double FIRST_START = 20;
    private static final double LATER_START = 7;
    private static final double PAGE_KIB = 60;

    /// What a browser fetches for a page by itself.
    private static final Pattern ASSET =
            Pattern.compile("<(?:link|script|img)[^>]*? (?:href|src)=\"(/assets/[^\"]+)\"");

    private static final Pattern IN_SHEET = Pattern.compile("url\\([\"']?([^\"')]+)[\"']?\\)");

    private final Path bench;
    private boolean met = true;

    private ServerBench(Path bench) {
        this.bench = bench;
    }

    static boolean run() throws Exception {
        RealServer.say(Path.of("."), "build");
        Path bench = RealServer.home().resolve(".diogel").resolve("bench");
        Files.createDirectories(bench);
        ServerBench all = new ServerBench(bench);
        try {
            all.starts();
        } catch (IOException failed) {
            all.met = false;
            System.out.println("  starts: " + failed.getMessage() + "  MISSED");
        }
        Path filled = all.fill();
        try (RealServer server = new RealServer(filled, "demo")) {
            all.target("later start, with the reports, s", server.started, LATER_START);
            all.firstPage(server.port);
            all.load(server);
        }
        return all.met;
    }

    private void starts() throws IOException, InterruptedException {
        Path folder = empty("starts");
        RealServer.say(folder, keys(folder));
        System.err.println("  Starting in an empty folder, and again …");
        try (RealServer first = new RealServer(folder, "serve")) {
            target("first start, s", first.started, FIRST_START);
        }
        double worst = 0;
        for (int i = 0; i < LATER_STARTS; i++) {
            try (RealServer later = new RealServer(folder, "serve")) {
                worst = Math.max(worst, later.started);
            }
        }
        target("later start, worst of " + LATER_STARTS + ", s", worst, LATER_START);
    }

    private static String[] keys(Path folder) {
        return new String[] {"keys", "init", "--keys", folder.resolve("bench.keys").toString()};
    }

    /// A folder with the reports, of this build: kept for the next run.
    private Path fill() throws Exception {
        Path build = RealServer.home().resolve(".diogel/current").toRealPath().getFileName();
        Path folder = bench.resolve("reports-" + REPORTS);
        Path mark = folder.resolve("filled");
        if (Files.exists(mark) && Files.readString(mark).equals(build.toString())) {
            System.err.println("  The reports are there from an earlier run.");
            return folder;
        }
        empty("reports-" + REPORTS);
        try (RealServer server = new RealServer(folder, "demo")) {
            long began = System.nanoTime();
            AtomicInteger told = new AtomicInteger();
            List<Future<?>> tellers = new ArrayList<>();
            try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < TELLERS; i++) {
                    tellers.add(many.submit(() -> tell(server.port, told)));
                }
                for (Future<?> teller : tellers) {
                    teller.get();
                }
            }
            double took = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    "  %d reports told by %d people at once over HTTP: %.0f a second%n",
                    REPORTS, TELLERS, REPORTS / took);
        }
        Files.writeString(mark, build.toString());
        return folder;
    }

    private static Void tell(int port, AtomicInteger told)
            throws IOException, InterruptedException {
        People people = new People(port);
        Browser browser = new Browser(port);
        String token = people.token(browser);
        for (int number = told.getAndIncrement(); number < REPORTS; number = told.getAndIncrement()) {
            people.tell(browser, token, number);
            if (number % 1_000 == 0) {
                System.err.printf("  %d of %d reports told%n", number, REPORTS);
            }
        }
        return null;
    }

    private void firstPage(int port) throws IOException, InterruptedException {
        Browser browser = new Browser(port);
        Answer page = browser.get("/").expect(200);
        long bytes = page.wire();
        Set<String> paths = new LinkedHashSet<>();
        Answer.all(ASSET, page.text()).forEach(found -> paths.add(found.getFirst()));
        for (String path : List.copyOf(paths)) {
            if (path.endsWith(".css")) {
                for (List<String> found : Answer.all(IN_SHEET, browser.get(path).expect(200).text())) {
                    if (!found.getFirst().startsWith("data:")) {
                        paths.add(URI.create(path).resolve(found.getFirst()).getPath());
                    }
                }
            }
        }
        for (String path : paths) {
            bytes += browser.get(path).expect(200).wire();
        }
        target("first page and its " + paths.size() + " files, KiB on the wire", bytes / 1024.0, PAGE_KIB);
    }

    private void load(RealServer server) throws Exception {
        People people = new People(server.port);
        System.err.println("  Signing in, and making people with codes …");
        people.signIn();
        if (people.members() < 2) {
            throw new IOException("Too few have a list of reports");
        }
        for (int i = 0; i < HOLDERS; i++) {
            people.makeHolder();
        }
        Browser anybody = new Browser(server.port);
        String file =
                Answer.all(ASSET, anybody.get("/").text()).stream()
                        .map(List::getFirst)
                        .filter(path -> path.endsWith(".css"))
                        .findFirst()
                        .orElse("/health");
        Load load =
                new Load(Duration.ofSeconds(Math.min(30, SECONDS)), Duration.ofSeconds(SECONDS))
                        .add(TELLING, 1, people::tells)
                        .add(COMING_BACK, 2, people::comesBack)
                        .add(LISTS, 3, people::lists)
                        .add(ITEMS, 4, people::opens)
                        .add(STATIC, 5, pace -> pace.then(Kind.STATIC, 200, () -> anybody.get(file)));
        System.out.printf(
                "  %d reports, %d signed in at desks, %d with codes; clients on the same cores; load"
                        + " of the machine before: %s%n",
                REPORTS, people.members(), HOLDERS, Machine.load());
        load.run();
        report(load);
        boolean alive = server.isRunning();
        met &= alive;
        int[] heap = server.heap();
        System.out.printf(
                "  server: heap at most %d MiB in use, %d after clearing, of -Xmx%dm%s; peak memory of its"
                        + " process %d MiB, its database apart%n",
                heap[0],
                heap[1],
                RealServer.HEAP_MIB,
                alive ? "" : ", AND IT ENDED",
                server.peak());
    }

    private void report(Load load) {
        Measured floor = load.of(Kind.STATIC);
        double usual = floor.percentile(95);
        System.out.printf(
                "  %-28s %7s %8s %8s %8s %8s %8s %9s%n",
                "milliseconds", "count", "p50", "p95", "p99", "most", "target", "p95/floor");
        int all = 0;
        for (Kind kind : Kind.values()) {
            Measured one = load.of(kind);
            boolean missed = kind.target > 0 && (one.count() == 0 || one.percentile(95) > kind.target);
            met &= !missed;
            all += kind == Kind.STATIC ? 0 : one.count();
            System.out.printf(
                    Locale.ROOT,
                    "  %-28s %7d %8.1f %8.1f %8.1f %8.1f %8s %9.1f%s%n",
                    kind.label(),
                    one.count(),
                    one.percentile(50),
                    one.percentile(95),
                    one.percentile(99),
                    one.percentile(100),
                    kind.target > 0 ? "≤ " + kind.target : "",
                    usual == 0 ? 0 : one.percentile(95) / usual,
                    missed ? "  MISSED" : "");
        }
        System.out.printf(
                Locale.ROOT,
                "  %.1f requests a second for %d s, and the floor's; the load's own lateness: p95 %.1f, at"
                        + " most %.1f ms%n",
                (double) all / SECONDS,
                SECONDS,
                load.late.percentile(95),
                load.late.percentile(100));
        target("failures", load.failed.get(), 0);
        load.failures.forEach(failure -> System.out.println("    " + failure));
    }

    private void target(String what, double found, double most) {
        boolean missed = found > most;
        met &= !missed;
        System.out.printf(
                Locale.ROOT,
                "  %s: %.1f, target: at most %.0f%s%n",
                what,
                found,
                most,
                missed ? "  MISSED" : "");
    }

    private Path empty(String name) throws IOException {
        return empty(bench.resolve(name));
    }

    static Path empty(Path folder) throws IOException {
        remove(folder);
        return Files.createDirectories(folder);
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static int setting(String name, int usual, int most) {
        String said = System.getenv(name);
        return said == null || said.isBlank() ? usual : Math.clamp(Integer.parseInt(said), 1, most);
    }
}
