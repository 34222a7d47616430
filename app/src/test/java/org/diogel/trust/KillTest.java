package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diogel.trust.Teller.Report;
import org.diogel.trust.Writers.Promise;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An acknowledged report is never lost, doubled or half-written: database, server and both are
/// killed at random moments while people tell. TRUST §5 B1, B2, B4.
///
/// `-Ddiogel.deep=true`: thirty rounds, a hundred thousand reports.
class KillTest {

    private static final boolean DEEP = Boolean.getBoolean("diogel.deep");
    private static final int ROUNDS = DEEP ? 30 : 3;
    private static final int A_ROUND = DEEP ? 3_400 : 100;
    private static final int SECOND = DEEP ? 500 : 20;

    private static Server server;
    private static Writers writers;
    private static Instant began;

    @BeforeAll
    static void start() throws Exception {
        server = new Server(Path.of("target", "trust", "kill"), "demo").start();
        writers = new Writers(server.port(), SECOND);
        began = Instant.now();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatWasAcknowledgedSurvivesEveryKill() throws Exception {
        Random random = new Random();
        try (Writers all = writers) {
            for (int round = 0; round < ROUNDS; round++) {
                // More writers with time: eight, and up to thirty-two in the long form.
                if (round % 10 == 0) {
                    all.start(8);
                }
                writers.awaitMore(A_ROUND);
                Thread.sleep(random.nextInt(400));
                kill(round % 3);
                say("round " + round + ": " + writers.promised.size() + " acknowledged, "
                        + writers.broken + " cut off");
            }
            writers.awaitMore(A_ROUND / 2);
        }
        assertThat(writers.faults).isEmpty();
        assertThat(writers.broken.get()).as("requests that the kills cut off").isPositive();
        assertThat(writers.promised).hasSizeGreaterThanOrEqualTo(ROUNDS * A_ROUND);
        readBackByReceipt();
        Kept kept = Kept.read(server, began);
        assertThat(kept.faults(writers)).isEmpty();
        int lost = losesWithoutSync(kept);
        say("control: " + lost + " lost");
        assertThat(lost).as("losses that the harness must be able to see").isPositive();
    }

    @Test
    void whoLeavesBeforeTheAnswerAndAsksAgainHasOneReport() throws Exception {
        Report report = new Report(UUID.randomUUID(), "It happened once", "");
        writers.tried.put(report.key(), report);
        try (Teller teller = new Teller(server.port())) {
            teller.write(report);
            for (int i = 0; i < (DEEP ? 1_000 : 50); i++) {
                try (Visitor hasty = new Visitor(server.port())) {
                    hasty.cookies.putAll(teller.visitor.cookies);
                    hasty.sendAndLeave("POST", "/tell/check", teller.check(report));
                }
            }
            String code = teller.send(report);
            assertThat(teller.send(report)).isEqualTo(code);
            Map<String, List<String>> other = teller.check(report);
            other.put("sharing", List.of());
            assertThat(teller.visitor.post("/tell/check", other).status()).isEqualTo(422);
            assertThat(teller.send(report)).isEqualTo(code);
        }
        try (var superuser = server.superuser()) {
            assertThat(
                            Dump.count(
                                    superuser,
                                    "SELECT count(*) FROM report.report WHERE send_key = '"
                                            + report.key()
                                            + "'"))
                    .isEqualTo(1);
        }
    }

    /// The same harness must see a loss where there is one: commits that are acknowledged before
    /// they are on disk. While the server is down, what is kept is opened and compared.
    private static int losesWithoutSync(Kept kept) throws Exception {
        int lost = 0;
        for (int i = 0; i < (DEEP ? 5 : 1); i++) {
            Path settings = server.data().resolve("postgres/postgresql.conf");
            Files.writeString(
                    settings,
                    Files.readString(settings)
                            + """
                            synchronous_commit = off
                            wal_writer_delay = 10s
                            wal_writer_flush_after = 1GB
                            """);
            try (var superuser = server.superuser();
                    var sql = superuser.createStatement()) {
                sql.execute("SELECT pg_reload_conf()");
            }
            Writers unsafe = new Writers(server.port(), Integer.MAX_VALUE).start(8);
            unsafe.awaitMore(60);
            server.killAll();
            unsafe.close();
            if (i == 0) {
                assertThat(kept.unsealFaults(server, writers)).isEmpty();
            }
            server.start();
            Set<UUID> there = Kept.read(server, began).sendKeys();
            lost += (int) unsafe.promised.stream().filter(p -> !there.contains(p.report().key())).count();
        }
        return lost;
    }

    private static void kill(int what) throws Exception {
        switch (what) {
            case 0 -> server.killPostgres();
            case 1 -> {
                server.killJvm();
                server.start();
            }
            default -> {
                server.killAll();
                server.start();
            }
        }
        assertThat(server.isUpWithin(30)).as("restart after " + List.of("database", "server", "both").get(what)).isTrue();
    }

    /// As she does it: with the code, and with the second secret where she set one.
    private static void readBackByReceipt() throws Exception {
        Map<String, String> byReference = new ConcurrentHashMap<>();
        Queue<Promise> left = new ConcurrentLinkedQueue<>(writers.promised);
        List<Callable<Void>> readers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            readers.add(() -> readBack(left, byReference));
        }
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> reader : many.invokeAll(readers)) {
                reader.get();
            }
        }
        assertThat(byReference).hasSameSizeAs(writers.promised);
        say(byReference.size() + " read back by their receipts");
    }

    private static Void readBack(Queue<Promise> left, Map<String, String> byReference)
            throws IOException {
        try (Teller teller = new Teller(server.port())) {
            for (Promise promise = left.poll(); promise != null; promise = left.poll()) {
                String reference = teller.reference(promise.code());
                assertThat(byReference.put(reference, promise.code())).as("one code a report").isNull();
                if (!promise.report().second().isEmpty()) {
                    assertThat(teller.told(promise.report().second()))
                            .contains(promise.report().words());
                }
            }
        }
        return null;
    }

    private static void say(String progress) {
        System.out.println("KillTest: " + progress);
    }
}
