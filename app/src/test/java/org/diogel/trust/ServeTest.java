package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The real thing, `serve`, with a ring of its own: the life of the demonstration, once more.
class ServeTest {

    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        server = new Server(Path.of("target", "trust", "serve"), "serve");
        server.environment("DIOGEL_KEYS", server.folder.resolve("diogel.keys").toString());
        server.environment("DIOGEL_BACKUP_DIR", server.folder.resolve("backup").toString());
        assertThat(server.say("keys", "init")).isZero();
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void itStopsWithinTenSecondsAndStartsAgainWithEverything() throws Exception {
        assertThat(server.health()).isEqualTo("200 {\"status\":\"UP\"}");
        String link = invite();
        assertThat(opens(link)).isTrue();
        try (Socket _ = server.hangingRequest()) {
            assertThat(server.terminate()).as("milliseconds until all was gone").isLessThan(10_000);
        }
        server.start();
        assertThat(server.health()).isEqualTo("200 {\"status\":\"UP\"}");
        assertThat(opens(link)).isTrue();

        server.killAll();
        server.start();
        assertThat(server.health()).isEqualTo("200 {\"status\":\"UP\"}");
        assertThat(opens(link)).isTrue();
    }

    /// Another key file than the server's would end every transaction of it.
    @Test
    void aWordWithAnotherKeyFileLeavesTheServerAlone() throws Exception {
        Path other = server.folder.resolve("other.keys");
        assertThat(server.say("keys", "init", "--keys", other.toString())).isZero();
        server.environment("DIOGEL_KEYS", other.toString());
        try {
            assertThat(server.say(INVITE)).isEqualTo(2);
        } finally {
            server.environment("DIOGEL_KEYS", server.folder.resolve("diogel.keys").toString());
        }
        assertThat(server.said()).contains("This key file is not the one this database is served with");
        assertThat(opens(invite())).isTrue();
    }

    /// From the first minute after a start on.
    @Test
    void aChangeIsInTheBackupWithinAMinute() throws Exception {
        invite();
        Path segment = server.folder.resolve("backup/database/wal/" + segment() + ".enc");
        for (int seconds = 0; seconds < 80 && !Files.exists(segment); seconds++) {
            TimeUnit.SECONDS.sleep(1);
        }
        assertThat(segment).exists();
    }

    /// Or every backup would fill with it.
    @Test
    void aServerThatDoesNothingWritesNothing() throws Exception {
        long least = Long.MAX_VALUE;
        // PostgreSQL itself has something to tidy up after a start.
        for (int tries = 0; tries < 6 && least > 2_000; tries++) {
            long before = written();
            TimeUnit.SECONDS.sleep(10);
            least = Math.min(least, written() - before);
        }
        assertThat(least).as("bytes of log in ten idle seconds").isLessThan(2_000);
    }

    private static final String[] INVITE = {
        "invite", "--administrator", "Ann Prawf", "--agency", "Swyddfa Prawf",
        "--data", Path.of("target", "trust", "serve", "data").toAbsolutePath().toString()
    };

    private static String invite() throws IOException, InterruptedException {
        assertThat(server.say(INVITE)).isZero();
        return Files.readAllLines(server.folder.resolve("out-words")).stream()
                .filter(line -> line.contains("/invitation/"))
                .reduce((_, last) -> last)
                .orElseThrow()
                .replaceFirst("^http://[^/]+", "");
    }

    private static boolean opens(String link) throws IOException {
        try (Visitor visitor = new Visitor(server.port())) {
            return visitor.follow(visitor.get(link)).status() == 200;
        }
    }

    private static String segment() throws IOException, SQLException {
        try (var superuser = server.superuser();
                var sql = superuser.createStatement();
                var row = sql.executeQuery("SELECT pg_walfile_name(pg_current_wal_insert_lsn())")) {
            row.next();
            return row.getString(1);
        }
    }

    private static long written() throws IOException, SQLException {
        try (var superuser = server.superuser()) {
            return Dump.count(superuser, "SELECT (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint");
        }
    }
}
