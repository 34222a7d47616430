package org.diogel.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The server is killed at random moments while it sends by a sending service. Each message of each
/// kind is taken at least once, and exactly once since the service can be asked; a poison message is
/// parked, shown, and blocks no other.
///
/// `-Ddiogel.deep=true`: a hundred kills.
class SendKillTest {

    private static final int ROUNDS = Boolean.getBoolean("diogel.deep") ? 100 : 2;
    private static final int EACH = 5;
    private static final String ID = "26785a09-ab16-4eb0-8407-a37497a57506";
    private static final Pattern REFERENCE = Pattern.compile("\"reference\":\"([0-9a-f-]{36})\"");

    /// A subject for which a message of this kind is wanted, in the demonstration.
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put(
                "alert",
                "SELECT id FROM alert.alert WHERE state = 'PUBLISHED' AND approved_by IS NOT NULL AND"
                        + " expires_at > now() + interval '1 day' AND report IS NULL");
        KINDS.put("alert-end", "SELECT gen_random_uuid()");
        KINDS.put("report", "SELECT id FROM report.report WHERE state = 'WAITING'");
        KINDS.put("contest", "SELECT id FROM contest.request WHERE unread");
        KINDS.put("contest-question", "SELECT gen_random_uuid()");
    }

    private static final Map<UUID, Integer> TAKEN = new ConcurrentHashMap<>();
    private static final UUID POISON = UUID.randomUUID();

    private static HttpServer service;
    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext("/v2/notifications", SendKillTest::answer);
        service.start();
        server =
                new Server(Path.of("target", "trust", "send-kill"), "demo")
                        .environment("DIOGEL_ADDRESS", "https://messages.example.invalid")
                        .environment("DIOGEL_SEND_NOTIFYKEY", "made-up-" + ID + "-" + ID)
                        .environment("DIOGEL_SEND_NOTIFYMAILTEMPLATE", ID)
                        .environment(
                                "DIOGEL_SEND_NOTIFYURL",
                                "http://127.0.0.1:" + service.getAddress().getPort())
                        .start();
    }

    @AfterAll
    static void stop() {
        server.close();
        service.stop(0);
    }

    @Test
    void everyMessageGoesThoughTheServerIsKilled() throws Exception {
        Random random = new Random();
        List<UUID> queued = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (Connection superuser = server.superuser()) {
                for (var kind : KINDS.entrySet()) {
                    for (int n = 0; n < EACH; n++) {
                        queued.add(queue(superuser, UUID.randomUUID(), kind.getKey(), kind.getValue()));
                    }
                }
                if (round == 0) {
                    queue(superuser, POISON, "alert-end", "SELECT gen_random_uuid()");
                }
            }
            Thread.sleep(random.nextInt(2_500));
            server.killJvm();
            server.start();
        }
        awaitEmpty();
        try (Connection superuser = server.superuser()) {
            for (UUID id : queued) {
                assertThat(Dump.count(superuser, state(id, "sent"))).as("sent").isEqualTo(1);
                assertThat(TAKEN.get(id)).as("taken").isEqualTo(1);
            }
            assertThat(Dump.count(superuser, state(POISON, "dead") + " AND fault = 'refused'"))
                    .isEqualTo(1);
        }
    }

    private static String state(UUID id, String state) {
        return "SELECT count(*) FROM messages.delivery WHERE id = '" + id + "' AND state = '" + state + "'";
    }

    private static UUID queue(Connection superuser, UUID id, String kind, String subject)
            throws Exception {
        try (var sql = superuser.createStatement()) {
            int rows =
                    sql.executeUpdate(
                            """
                            INSERT INTO messages.delivery (id, account, template, subject_kind, subject)
                            SELECT '%s', a.id, 'you-have-a-message', '%s', s.id
                              FROM (SELECT id FROM account.account WHERE status = 'active' LIMIT 1) a,
                                   (SELECT * FROM (%s) AS found(id) LIMIT 1) s
                            """
                                    .formatted(id, kind, subject));
            assertThat(rows).as("a subject for " + kind).isEqualTo(1);
        }
        return id;
    }

    /// What was going when the server died is taken up five minutes later: they pass here at once.
    private static void awaitEmpty() throws Exception {
        long end = System.nanoTime() + 120_000_000_000L;
        try (Connection superuser = server.superuser();
                var sql = superuser.createStatement()) {
            while (Dump.count(
                            superuser,
                            "SELECT count(*) FROM messages.delivery WHERE state IN ('queued', 'sending')"
                                    + " AND queued_at < now()")
                    > 0) {
                assertThat(System.nanoTime()).as("it is never empty").isLessThan(end);
                sql.executeUpdate(
                        "UPDATE messages.delivery SET next_at = next_at - interval '6 minutes' WHERE"
                                + " state IN ('queued', 'sending') AND next_at < now() + interval '1 day'");
                Thread.sleep(1_000);
            }
        }
    }

    /// Takes a message, says so a little later, and knows it when it is asked.
    private static void answer(HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        int status = 200;
        String body = "{\"notifications\":[]}";
        String query = exchange.getRequestURI().getQuery();
        if (exchange.getRequestMethod().equals("POST")) {
            Matcher reference = REFERENCE.matcher(new String(sent, UTF_8));
            UUID id = reference.find() ? UUID.fromString(reference.group(1)) : new UUID(0, 0);
            status = id.equals(POISON) ? 400 : 201;
            if (status == 201) {
                TAKEN.merge(id, 1, Integer::sum);
            }
            pause();
            body = "{\"id\":\"" + id + "\"}";
        } else if (query != null && query.startsWith("reference=")) {
            UUID asked = UUID.fromString(query.substring("reference=".length()));
            if (TAKEN.containsKey(asked)) {
                body = "{\"notifications\":[{\"id\":\"" + asked + "\",\"reference\":\"" + asked + "\"}]}";
            }
        } else {
            body = "{\"status\":\"delivered\"}";
        }
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void pause() {
        try {
            Thread.sleep(60);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
