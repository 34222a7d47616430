package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.diogel.trust.Teller.Report;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Starting, stopping, losing the database, and coming back.
class StartStopTest {

    private static final String WORDS = "What I typed & would not type twice: “nos da”";

    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        server = new Server(Path.of("target", "trust", "start-stop"), "demo").start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void itStopsWithinTenSecondsAndStartsAgainWithEverything() throws Exception {
        String code = tell();
        try (Socket _ = server.hangingRequest()) {
            assertThat(server.terminate()).as("milliseconds until all was gone").isLessThan(10_000);
        }
        server.start();
        assertThat(server.health()).isEqualTo("200 {\"status\":\"UP\"}");
        assertThat(reference(code)).isNotEmpty();

        String another = tell();
        server.killAll();
        server.start();
        assertThat(reference(another)).isNotEmpty();
        assertThat(reference(code)).isNotEmpty();
    }

    @Test
    void whatWasTypedSurvivesTheDatabasesAbsence() throws Exception {
        for (String lang : List.of("en", "cy")) {
            try (Teller teller = new Teller(server.port())) {
                Visitor visitor = teller.visitor;
                visitor.cookies.put("__Host-lang", lang);
                visitor.post("/tell", teller.fields());
                Map<String, List<String>> page = visitor.get("/tell/words").fields();
                page.put("words", List.of(WORDS));

                Answer honest;
                try (Outage outage = new Outage(server)) {
                    honest = visitor.post("/tell/words", page);
                    assertThat(server.health()).isEqualTo("503 {\"status\":\"DOWN\"}");
                }
                assertThat(honest.status()).isEqualTo(503);
                assertThat(honest.header("Retry-After")).isPresent();
                assertThat(Headers.faults(honest, false)).isEmpty();
                Document said = honest.page();
                assertThat(said.selectFirst("html").attr("lang")).isEqualTo(lang);
                assertThat(server.isUpWithin(30)).as("back by itself").isTrue();

                Element again = said.selectFirst("main form[method=post]");
                assertThat(again).as("a button that sends it again").isNotNull();
                Map<String, List<String>> fields = new LinkedHashMap<>();
                again.select("input[name], textarea[name]")
                        .forEach(f -> fields.put(f.attr("name"), List.of(f.tagName().equals("input") ? f.attr("value") : f.wholeText())));
                assertThat(visitor.post(again.attr("action"), fields).status()).isEqualTo(303);
                assertThat(visitor.get("/tell/words").fields().get("words")).containsExactly(WORDS);
            }
        }
    }

    /// Nothing is acknowledged, and what was written before is there afterwards.
    @Test
    void sendingWithoutADatabaseIsNotAcknowledged() throws Exception {
        Report report = new Report(UUID.randomUUID(), WORDS, "");
        try (Teller teller = new Teller(server.port())) {
            teller.write(report);
            for (int i = 0; i < 20; i++) {
                teller.visitor.get("/receipt");
            }
            try (Outage outage = new Outage(server)) {
                // Connections break in several ways: as they are read from, written to, or opened.
                long began = System.nanoTime();
                while (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(6)) {
                    assertThat(teller.press(report).status()).isEqualTo(503);
                }
            }
            assertThat(server.isUpWithin(30)).isTrue();
            assertThat(teller.send(report)).isNotEmpty();
        }
    }

    private static String tell() throws IOException {
        try (Teller teller = new Teller(server.port())) {
            return teller.tell(new Report(UUID.randomUUID(), WORDS, ""));
        }
    }

    private static String reference(String code) throws IOException {
        try (Teller teller = new Teller(server.port())) {
            return teller.reference(code);
        }
    }
}
