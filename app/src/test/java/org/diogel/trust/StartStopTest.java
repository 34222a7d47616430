package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Starting, stopping, and coming back after a kill.
class StartStopTest {

    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        server = new Server(Path.of("target", "trust", "start-stop"), "demo");
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void itStopsServerAndDatabaseWithinTenSeconds() throws Exception {
        assertThat(server.terminate()).isLessThan(10_000);
        server.start();
        assertThat(health()).isEqualTo("200 {\"status\":\"UP\"}");
    }

    @Test
    void healthTellsWhenTheDatabaseIsGoneAndComesBackByItself() throws Exception {
        server.killPostgres();
        assertThat(within(5, "503 {\"status\":\"DOWN\"}"::equals)).isTrue();
        assertThat(within(30, "200 {\"status\":\"UP\"}"::equals)).isTrue();
    }

    private static String health() throws IOException {
        try (Visitor visitor = new Visitor(server.port())) {
            Answer answer = visitor.get("/health");
            return answer.status() + " " + answer.text();
        }
    }

    static boolean within(long seconds, Predicate<String> wanted) throws Exception {
        long began = System.nanoTime();
        while (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(seconds)) {
            if (wanted.test(health())) {
                return true;
            }
            Thread.sleep(20);
        }
        return false;
    }
}
