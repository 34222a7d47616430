package org.diogel.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.diogel.database.DatabaseRefusal;
import org.diogel.database.DatabaseSettings;
import org.diogel.database.ForeignPostgres;
import org.diogel.database.Migrations;
import org.diogel.database.SafetyCheck;
import org.diogel.trust.Teller.Report;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The same application on a PostgreSQL 16 that somebody else runs, told by settings alone.
class ExternalDatabaseTest {

    private static final Path FOLDER = Path.of("target", "trust", "external");

    private static final Map<String, String> PASSWORDS =
            Map.of(
                    "app_password", "app-0123456789abcdef",
                    "migrate_password", "migrate-0123456789abcdef",
                    "platform_password", "platform-0123456789abcdef");

    private static ForeignPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = ForeignPostgres.start(FOLDER.resolve("postgres"), "-k").withRoles(PASSWORDS);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void itIsAPostgreSqlSixteen() throws Exception {
        try (var connection = postgres.superuser("diogel")) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(16);
        }
    }

    /// Told by settings alone where the database is, it migrates, serves, and keeps a report.
    @Test
    void aReportIsToldAndReadBackThere() throws Exception {
        Server server = new Server(FOLDER.resolve("server"), "demo");
        environment(postgres).forEach(server::environment);
        try (server) {
            server.start();
            assertThat(server.data().resolve("postgres")).doesNotExist();
            Report report = new Report(UUID.randomUUID(), "It happened on a sixteen", "three made-up words");
            try (Teller teller = new Teller(server.port())) {
                String code = teller.tell(report);
                teller.reference(code);
                assertThat(teller.told(report.second())).contains(report.words());
            }
            try (var superuser = postgres.superuser("diogel")) {
                assertThat(
                                Dump.count(
                                        superuser,
                                        "SELECT count(*) FROM report.report WHERE send_key = '"
                                                + report.key()
                                                + "'"))
                        .isEqualTo(1);
            }
        }
    }

    /// Told where a real database is, the demonstration changes nothing there; nor does `serve` take
    /// made-up people for real ones.
    @Test
    void theDemonstrationAndRealDataNeverMeet() throws Exception {
        Server demo = new Server(FOLDER.resolve("demo-there"), "demo");
        Server real = new Server(FOLDER.resolve("real-there"), "serve");
        Path keys = FOLDER.resolve("real.keys").toAbsolutePath();
        Files.deleteIfExists(keys);
        environment(postgres).forEach(demo::environment);
        environment(postgres).forEach(real::environment);
        real.environment("DIOGEL_KEYS", keys.toString());
        try (demo;
                real) {
            Migrations.run(settings(), Migrations.FEATURES);
            postgres.execute(
                    "diogel",
                    "INSERT INTO context.installation (id, demonstration) VALUES (gen_random_uuid(), true)"
                            + " ON CONFLICT (one) DO UPDATE SET demonstration = true");
            assertThat(real.say("keys", "init")).isZero();
            assertThat(real.startToEnd()).isEqualTo(4);
            assertThat(real.said()).contains("This database is a demonstration's");

            postgres.execute("diogel", "UPDATE context.installation SET demonstration = false");
            long keysBefore = signing();
            assertThat(demo.startToEnd()).isEqualTo(4);
            assertThat(demo.said()).contains("This database is a real one");
            assertThat(signing()).isEqualTo(keysBefore);
        } finally {
            postgres.execute("diogel", "DELETE FROM context.installation");
            postgres.execute("diogel", "DELETE FROM context.signing");
        }
    }

    private static long signing() throws Exception {
        try (var superuser = postgres.superuser("diogel")) {
            return Dump.count(
                    superuser, "SELECT coalesce(sum(hashtext(s::text)), 0) FROM context.signing s");
        }
    }

    /// `serve` says the same sentence on the terminal and ends as the launcher promises.
    @Test
    void anUnsafeServerIsRefusedBeforeAnythingIsServed() throws Exception {
        Path file = postgres.cluster().resolve("postgresql.conf");
        String before = Files.readString(file);
        Server server = new Server(FOLDER.resolve("refused"), "demo");
        environment(postgres).forEach(server::environment);
        try (server) {
            reload(postgres, "full_page_writes = off");
            assertThat(server.startToEnd()).isEqualTo(3);
            assertThat(server.said().strip().lines().toList().getLast())
                    .isEqualTo(
                            "PostgreSQL runs with full_page_writes off and could lose an acknowledged"
                                    + " report; set full_page_writes = on and restart it.");
        } finally {
            Files.writeString(file, before);
            postgres.execute("postgres", "SELECT pg_reload_conf()");
        }
    }

    @Test
    void everyUnsafeSettingIsRefusedWithWhatToDo() throws Exception {
        assertThatCode(() -> SafetyCheck.check(settings())).doesNotThrowAnyException();
        refusedWith("full_page_writes = off", "could lose an acknowledged report; set full_page_writes = on");
        refusedWith("synchronous_commit = off", "could lose an acknowledged report; set synchronous_commit = on");
        refusedAfter(
                "ALTER ROLE diogel_platform SET synchronous_commit = off",
                "ALTER ROLE diogel_platform RESET synchronous_commit",
                "set synchronous_commit = on");
        refusedAfter(
                "ALTER ROLE diogel_app BYPASSRLS",
                "ALTER ROLE diogel_app NOBYPASSRLS",
                "run ALTER ROLE diogel_app NOSUPERUSER NOBYPASSRLS");
        refusedAfter(
                "ALTER ROLE diogel_app SUPERUSER",
                "ALTER ROLE diogel_app NOSUPERUSER",
                "run ALTER ROLE diogel_app NOSUPERUSER NOBYPASSRLS");
        refusedAfter(
                "GRANT diogel_owner TO diogel_app",
                "REVOKE diogel_owner FROM diogel_app",
                "run REVOKE diogel_owner FROM diogel_app");
    }

    @Test
    void aDoorWithoutAPasswordIsRefused() throws Exception {
        Path rules = postgres.cluster().resolve("pg_hba.conf");
        String before = Files.readString(rules);
        try {
            Files.writeString(rules, before + "host all nobody 127.0.0.1/32 trust\n");
            postgres.execute("postgres", "SELECT pg_reload_conf()");
            assertThatThrownBy(() -> SafetyCheck.check(settings()))
                    .isInstanceOf(DatabaseRefusal.class)
                    .hasMessageContaining("replace every \"trust\" in its pg_hba.conf");
        } finally {
            Files.writeString(rules, before);
            postgres.execute("postgres", "SELECT pg_reload_conf()");
        }
    }

    @Test
    void aServerWithoutChecksumsOrFsyncIsRefused() throws Exception {
        try (ForeignPostgres bare =
                ForeignPostgres.start(FOLDER.resolve("bare")).withRoles(PASSWORDS)) {
            DatabaseSettings settings = DatabaseSettings.external(environment(bare)).orElseThrow();
            assertThatThrownBy(() -> SafetyCheck.check(settings))
                    .isInstanceOf(DatabaseRefusal.class)
                    .hasMessageContaining("run pg_checksums --enable");
            reload(bare, "fsync = off");
            assertThatThrownBy(() -> SafetyCheck.check(settings))
                    .isInstanceOf(DatabaseRefusal.class)
                    .hasMessageContaining("could lose an acknowledged report; set fsync = on");
        }
    }

    private static void refusedWith(String line, String sentence) throws Exception {
        Path file = postgres.cluster().resolve("postgresql.conf");
        String before = Files.readString(file);
        try {
            reload(postgres, line);
            assertThatThrownBy(() -> SafetyCheck.check(settings()))
                    .isInstanceOf(DatabaseRefusal.class)
                    .hasMessageContaining(sentence);
        } finally {
            Files.writeString(file, before);
            postgres.execute("postgres", "SELECT pg_reload_conf()");
            Thread.sleep(200);
        }
    }

    private static void refusedAfter(String harm, String repair, String sentence) throws Exception {
        postgres.execute("postgres", harm);
        try {
            assertThatThrownBy(() -> SafetyCheck.check(settings()))
                    .isInstanceOf(DatabaseRefusal.class)
                    .hasMessageContaining(sentence);
        } finally {
            postgres.execute("postgres", repair);
        }
    }

    private static void reload(ForeignPostgres server, String line) throws Exception {
        Path file = server.cluster().resolve("postgresql.conf");
        Files.writeString(file, Files.readString(file) + line + "\n");
        server.execute("postgres", "SELECT pg_reload_conf()");
        Thread.sleep(200);
    }

    private static DatabaseSettings settings() {
        return DatabaseSettings.external(environment(postgres)).orElseThrow();
    }

    private static Map<String, String> environment(ForeignPostgres server) {
        Map<String, String> environment = new HashMap<>();
        environment.put("DIOGEL_DATABASE_URL", server.url());
        environment.put("DIOGEL_DATABASE_APP_PASSWORD", PASSWORDS.get("app_password"));
        environment.put("DIOGEL_DATABASE_MIGRATE_PASSWORD", PASSWORDS.get("migrate_password"));
        environment.put("DIOGEL_DATABASE_PLATFORM_PASSWORD", PASSWORDS.get("platform_password"));
        return environment;
    }
}
