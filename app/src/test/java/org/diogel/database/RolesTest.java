package org.diogel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.diogel.database.DatabaseSettings.Login;
import org.diogel.vault.TestVault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolesTest {
    private DatabaseSettings settings;

    @BeforeEach
    void freshDatabase() {
        settings = TestDatabase.fresh();
    }

    @Test
    void theEmbeddedDatabasePassesItsOwnSafetyCheck() {
        assertThatCode(() -> SafetyCheck.check(settings)).doesNotThrowAnyException();
    }

    @Test
    void everyFeatureHasAHistoryThatTheRuntimeCannotSee() throws Exception {
        for (var feature : Migrations.FEATURES) {
            assertThat(one(settings.migrate(), "select count(*) from platform.flyway_" + feature))
                    .isNotEmpty();
            assertThatThrownBy(
                            () -> one(settings.app(), "select 1 from platform.flyway_" + feature))
                    .isInstanceOf(SQLException.class);
        }
        assertThatCode(() -> Migrations.run(settings, Migrations.FEATURES))
                .doesNotThrowAnyException();
    }

    @Test
    void scriptsRunAsTheOwnerInOrderAndOnce() throws Exception {
        Migrations.run(settings, List.of("fixture"));
        Migrations.run(settings, List.of("fixture"));

        assertThat(one(settings.app(), "select sum(n) from fixture.one")).isEqualTo("3");
        assertThat(one(settings.migrate(), "select tableowner from pg_tables where tablename = 'one'"))
                .isEqualTo("diogel_owner");
        assertThatThrownBy(() -> run(settings.app(), "delete from fixture.one"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run(settings.platform(), "select * from fixture.one"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void theRuntimeRolesMayMakeNothing() {
        for (var login : List.of(settings.app(), settings.platform())) {
            for (var statement :
                    List.of(
                            "create table public.t()",
                            "create table platform.t()",
                            "create schema s",
                            "create temp table t()",
                            "set role diogel_owner")) {
                assertThatThrownBy(() -> run(login, statement))
                        .as(login + ": " + statement)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void aFreshDatabaseForgetsWhatTheLastTestWrote() throws Exception {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            sql.execute("create table public.left_behind()");
        }
        TestDatabase.fresh();
        assertThat(one(settings.migrate(), "select to_regclass('public.left_behind') is null"))
                .isEqualTo("t");
    }

    @Test
    void everyUnsafeSettingIsRefusedWithWhatToDo() {
        assertRefused(new ServerFacts(15_00_07, "on", "on", "on", "on"), "upgrade it to 16");
        assertRefused(new ServerFacts(18_00_06, "off", "on", "on", "on"), "set fsync = on");
        assertRefused(new ServerFacts(18_00_06, "on", "off", "on", "on"), "set full_page_writes = on");
        assertRefused(
                new ServerFacts(18_00_06, "on", "on", "off", "on"), "set synchronous_commit = on");
        assertRefused(new ServerFacts(18_00_06, "on", "on", "on", "off"), "pg_checksums --enable");
        assertThatCode(
                        () ->
                                SafetyCheck.checkServer(
                                        new ServerFacts(16_00_00, "on", "on", "local", "on")))
                .doesNotThrowAnyException();
    }

    @Test
    void aUserWhoCouldPassTheRowPoliciesIsRefused() throws Exception {
        assertRefusedAfter("alter role diogel_app superuser", "alter role diogel_app nosuperuser", "NOSUPERUSER");
        assertRefusedAfter("alter role diogel_app bypassrls", "alter role diogel_app nobypassrls", "NOBYPASSRLS");
        assertRefusedAfter("grant diogel_owner to diogel_app", "revoke diogel_owner from diogel_app", "REVOKE diogel_owner");
        assertRefusedAfter("create table public.t(); alter table public.t owner to diogel_platform", "drop table public.t", "owns tables");
        assertRefusedAfter("grant postgres to diogel_app", "revoke postgres from diogel_app", "take it out of every role");
        assertRefusedAfter("alter role diogel_migrate superuser", "alter role diogel_migrate nosuperuser", "diogel_migrate NOSUPERUSER");
        assertRefusedAfter("grant postgres to diogel_migrate", "revoke postgres from diogel_migrate", "diogel_migrate NOSUPERUSER");
        assertRefusedAfter("alter role diogel_app set synchronous_commit = off", "alter role diogel_app reset synchronous_commit", "synchronous_commit");
    }

    @Test
    void emptyAndWellKnownPasswordsAreRefused() {
        for (var password : List.of("", "postgres", "diogel_app", "short", "CHANGEME")) {
            assertThatThrownBy(() -> SafetyCheck.checkPassword(new Login("diogel_app", password)))
                    .isInstanceOf(DatabaseRefusal.class)
                    .hasMessageContaining("set a long random one");
        }
    }

    @Test
    void anotherServerIsSetByTheEnvironment() {
        assertThat(DatabaseSettings.external(Map.of())).isEmpty();
        var external =
                DatabaseSettings.external(
                                Map.of(
                                        "DIOGEL_DATABASE_URL",
                                                "jdbc:postgresql://db.invalid/diogel?sslmode=verify-full",
                                        "DIOGEL_DATABASE_APP_PASSWORD", "one",
                                        "DIOGEL_DATABASE_APP_USER", "diogel_app_2",
                                        "DIOGEL_DATABASE_MIGRATE_PASSWORD", "two",
                                        "DIOGEL_DATABASE_PLATFORM_PASSWORD", "three"))
                        .orElseThrow();
        assertThat(external.app()).isEqualTo(new Login("diogel_app_2", "one"));
        assertThat(external.migrate()).isEqualTo(new Login("diogel_migrate", "two"));
        assertThat(external.toString()).doesNotContain("one", "two", "three");
        assertThatThrownBy(
                        () ->
                                DatabaseSettings.external(
                                        Map.of("DIOGEL_DATABASE_URL", "postgres://db.invalid/x")))
                .isInstanceOf(DatabaseRefusal.class);
        assertThatThrownBy(
                        () ->
                                DatabaseSettings.external(
                                        Map.of("DIOGEL_DATABASE_URL", "jdbc:postgresql:x")))
                .isInstanceOf(DatabaseRefusal.class)
                .hasMessageContaining("DIOGEL_DATABASE_APP_PASSWORD");
    }

    @Test
    void anotherMachineMustProveWhichOneItIs() {
        for (var url :
                List.of(
                        "jdbc:postgresql://db.invalid/diogel",
                        "jdbc:postgresql://db.invalid/diogel?sslmode=require",
                        "jdbc:postgresql://db.invalid/diogel?sslmode=verify-ca",
                        "jdbc:postgresql://127.0.0.1,db.invalid/diogel",
                        "jdbc:postgresql://127.0.0.1.db.invalid/diogel",
                        "jdbc:postgresql://db.invalid/diogel?sslmode=verify-full&sslfactory=org.postgresql.ssl.NonValidatingFactory")) {
            assertThatThrownBy(() -> DatabaseSettings.external(Map.of("DIOGEL_DATABASE_URL", url)))
                    .as(url)
                    .isInstanceOf(DatabaseRefusal.class)
                    .hasMessageContaining("add ?sslmode=verify-full");
        }
        for (var url :
                List.of(
                        "jdbc:postgresql://db.invalid/diogel?sslmode=verify-full",
                        "jdbc:postgresql://localhost:5433/diogel",
                        "jdbc:postgresql://[::1]:5433/diogel",
                        "jdbc:postgresql:diogel")) {
            assertThatThrownBy(() -> DatabaseSettings.external(Map.of("DIOGEL_DATABASE_URL", url)))
                    .as(url)
                    .isInstanceOf(DatabaseRefusal.class)
                    .hasMessageContaining("DIOGEL_DATABASE_APP_PASSWORD");
        }
    }

    @Test
    void nobodyWritesIntoTheRecordsPast() {
        assertThatThrownBy(
                        () ->
                                run(
                                        settings.app(),
                                        "insert into audit.entry (at, kind, purpose, action, subject_kind, outcome)"
                                                + " values (now() - interval '1 year', 'task', 'x', 'a.b', 'c', 'done')"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for table entry");
    }

    @Test
    void healthTellsTheTruth(@TempDir Path folder) {
        assertThat(new DatabaseHealth(settings, Clock.systemUTC()).isUp()).isTrue();
        var gone =
                new DatabaseSettings(
                        "jdbc:postgresql://127.0.0.1:1/diogel",
                        settings.app(),
                        settings.migrate(),
                        settings.platform(),
                        true);
        assertThat(new DatabaseHealth(gone, Clock.systemUTC()).isUp()).isFalse();

        var up = new DatabaseHealth(settings, Clock.systemUTC());
        try (var sound = TestVault.in(folder.resolve("sound"));
                var broken = TestVault.broken(folder.resolve("broken"))) {
            assertThat(new HealthController(up, sound).health().getStatusCode().value()).isEqualTo(200);
            var down = new HealthController(up, broken).health();
            assertThat(down.getStatusCode().value()).as("no key can be kept").isEqualTo(503);
        }
    }

    private static void assertRefused(ServerFacts facts, String hint) {
        assertThatThrownBy(() -> SafetyCheck.checkServer(facts))
                .isInstanceOf(DatabaseRefusal.class)
                .hasMessageContaining(hint);
    }

    private void assertRefusedAfter(String harm, String repair, String hint) throws SQLException {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            sql.execute(harm);
            try {
                assertThatThrownBy(() -> SafetyCheck.check(settings))
                        .isInstanceOf(DatabaseRefusal.class)
                        .hasMessageContaining(hint);
            } finally {
                sql.execute(repair);
            }
        }
    }

    private void run(Login login, String statement) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(settings.url(), login.properties(10));
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private String one(Login login, String query) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(settings.url(), login.properties(10));
                var sql = connection.createStatement()) {
            if (login.user().equals("diogel_migrate")) {
                sql.execute("set role diogel_owner");
            }
            try (var row = sql.executeQuery(query)) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }
}
