package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.diogel.trust.Writers.Promise;
import org.diogel.vault.KeyId;
import org.diogel.vault.KeyRing;
import org.diogel.vault.Place;
import org.diogel.vault.Vault;
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

    @BeforeAll
    static void start() throws Exception {
        server = new Server(Path.of("target", "trust", "kill"), "demo").start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatWasAcknowledgedSurvivesEveryKill() throws Exception {
        Random random = new Random();
        Writers writers = new Writers(server.port(), SECOND);
        try (writers) {
            for (int round = 0; round < ROUNDS; round++) {
                // More writers with time: eight, and up to thirty-two in the long form.
                if (round % 10 == 0) {
                    writers.start(8);
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
        readBackByReceipt(writers);
        assertThat(faults(writers)).isEmpty();
        theControlLoses();
    }

    /// The same harness must see a loss where there is one: commits that are acknowledged before
    /// they are on disk.
    private void theControlLoses() throws Exception {
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
        int lost = 0;
        for (int i = 0; i < (DEEP ? 5 : 1); i++) {
            Writers unsafe = new Writers(server.port(), Integer.MAX_VALUE);
            unsafe.start(8);
            unsafe.awaitMore(60);
            server.killAll();
            unsafe.close();
            server.start();
            lost += unsafe.promised.size() - kept(unsafe).size();
        }
        say("control: " + lost + " lost");
        assertThat(lost).as("losses that the harness must be able to see").isPositive();
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
        assertThat(comesUp()).as("restart after " + List.of("database", "server", "both").get(what)).isTrue();
    }

    private static boolean comesUp() throws Exception {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < patience) {
            try (Visitor visitor = new Visitor(server.port())) {
                if (visitor.get("/health").status() == 200) {
                    return true;
                }
            }
            Thread.sleep(20);
        }
        return false;
    }

    /// As she does it: with the code, and with the second secret where she set one.
    private static void readBackByReceipt(Writers writers) throws Exception {
        Map<String, String> byReference = new HashMap<>();
        try (Teller teller = new Teller(server.port())) {
            for (Promise promise : writers.promised) {
                String reference = teller.reference(promise.code());
                assertThat(byReference.put(reference, promise.code())).as("one code a report").isNull();
                if (!promise.report().second().isEmpty()) {
                    assertThat(teller.told(promise.report().second()))
                            .contains(promise.report().words());
                }
            }
        }
        say(byReference.size() + " read back by their receipts");
    }

    private static Set<UUID> kept(Writers writers) throws Exception {
        Set<UUID> kept = new HashSet<>();
        try (var superuser = server.superuser();
                var sql = superuser.createStatement();
                var rows =
                        sql.executeQuery("SELECT send_key FROM report.report WHERE send_key IS NOT NULL")) {
            while (rows.next()) {
                kept.add(rows.getObject(1, UUID.class));
            }
        }
        kept.retainAll(writers.promised.stream().map(p -> p.report().key()).toList());
        return kept;
    }

    /// Everything that is not as it was promised, past every policy and page.
    private static List<String> faults(Writers writers) throws Exception {
        List<String> faults = new ArrayList<>();
        Map<UUID, Integer> rows = new HashMap<>();
        Map<UUID, String> words = new HashMap<>();
        record Sealed(UUID report, UUID sendKey, UUID key, byte[] narrative) {}
        List<Sealed> all = new ArrayList<>();
        try (var superuser = server.superuser();
                var sql = superuser.createStatement();
                var sent = sql.executeQuery(HALVES)) {
            while (sent.next()) {
                UUID key = sent.getObject("send_key", UUID.class);
                if (!writers.tried.containsKey(key)) {
                    faults.add("a report that nobody sent");
                }
                rows.merge(key, 1, Integer::sum);
                all.add(
                        new Sealed(
                                sent.getObject("id", UUID.class),
                                key,
                                sent.getObject("key_id", UUID.class),
                                sent.getBytes("bytes")));
                for (String half : List.of("agreement", "audited", "granted", "event")) {
                    if (sent.getInt(half) != 1) {
                        faults.add(sent.getInt(half) + " times " + half);
                    }
                }
            }
        }
        rows.values().stream().filter(n -> n > 1).forEach(n -> faults.add("one key, " + n + " reports"));
        try (var superuser = server.superuser()) {
            for (String rest : List.of("consent.statement", "access.grants")) {
                long loose =
                        Dump.count(
                                superuser,
                                "SELECT count(*) FROM " + rest + " x WHERE NOT EXISTS (SELECT FROM"
                                        + " report.report r WHERE r.id = x.subject AND r.state <> 'DRAFT')");
                if (loose > 0) {
                    faults.add(loose + " rows of " + rest + " without their report");
                }
            }
        }
        server.terminate();
        try (Vault vault =
                Vault.open(
                        KeyRing.load(server.data().resolve("demo.keys"), true),
                        server.data(),
                        Clock.systemUTC())) {
            for (Sealed one : all) {
                byte[] json =
                        vault.open(
                                new KeyId(one.key),
                                new Place("report.sealed", one.report, "narrative"),
                                one.narrative);
                words.put(one.sendKey, new String(json, StandardCharsets.UTF_8));
            }
        }
        for (Promise promise : writers.promised) {
            UUID key = promise.report().key();
            if (!words.containsKey(key)) {
                faults.add("lost");
            } else if (!words.get(key).equals("{\"words\":[\"" + promise.report().words() + "\"]}")) {
                faults.add("not as it was told");
            }
        }
        say(rows.size() + " reports kept, " + writers.promised.size() + " acknowledged, " + faults.size() + " faults");
        server.start();
        return faults;
    }

    private static final String HALVES =
            """
            SELECT r.id, r.send_key, r.key_id, r.code_mac, s.bytes,
                   (SELECT count(*) FROM consent.statement c WHERE c.subject = r.id) AS agreement,
                   (SELECT count(*) FROM audit.entry a
                     WHERE a.subject = r.id AND a.action = 'report.sent') AS audited,
                   (SELECT count(*) FROM access.grants g WHERE g.subject = r.id) AS granted,
                   (SELECT count(*) FROM report.event e
                     WHERE e.report = r.id AND e.what = 'sent') AS event
              FROM report.report r
              LEFT JOIN report.sealed s ON s.report = r.id AND s.part = 'narrative'
             WHERE r.state <> 'DRAFT' AND r.sent_at > now() - interval '3 hours'
            """;

    private static void say(String progress) {
        System.out.println("KillTest: " + progress);
    }
}
