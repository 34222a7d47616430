package org.diogel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @BeforeAll
    static void programsAreUnpacked() {
        TestDatabase.settings();
    }

    @Test
    void itKeepsWhatWasCommittedAndComesBackWhenItsProcessesAreKilled(@TempDir Path data)
            throws Exception {
        var folder = DataFolder.open(data.resolve("it's a \"folder\" with 100% spaces"));
        try (var postgres = EmbeddedPostgres.start(folder, TestDatabase.programs())) {
            run(postgres, "create table kept(n int)", "insert into kept select generate_series(1, 100)");
            for (var round = 1; round <= 2; round++) {
                var killed = Leftovers.processes(folder.postgres());
                killed.forEach(pid -> Shell.signal("KILL", pid));
                while (killed.contains(
                                PostmasterFile.read(folder.postgres())
                                        .map(PostmasterFile::pid)
                                        .orElse(killed.getFirst()))
                        || !PostmasterFile.read(folder.postgres()).orElseThrow().state().equals("ready")) {
                    Thread.sleep(20);
                }
                assertThat(number(postgres, "select count(*) from kept")).isEqualTo(100);
            }
        }
        try (var postgres = EmbeddedPostgres.start(folder, TestDatabase.programs())) {
            assertThat(number(postgres, "select count(*) from kept")).isEqualTo(100);
        }
    }

    @Test
    void itStopsAPostgresThatAnEarlierServerLeftRunning(@TempDir Path data) throws Exception {
        var folder = DataFolder.open(data);
        try (var postgres = EmbeddedPostgres.start(folder, TestDatabase.programs())) {
            run(postgres, "create table kept(n int)", "insert into kept values (7)");
        }
        var left =
                new Cluster(
                        Programs.unpack(TestDatabase.programs()),
                        folder.postgres(),
                        folder.wal(),
                        folder.log());
        left.start("");
        var pid = PostmasterFile.read(folder.postgres()).orElseThrow().pid();

        try (var postgres = EmbeddedPostgres.start(folder, TestDatabase.programs())) {
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(number(postgres, "select n from kept")).isEqualTo(7);
        }
    }

    @Test
    void aStalePostmasterFileThatNamesALivingStrangerDoesNotStopTheStart(@TempDir Path data)
            throws Exception {
        var folder = DataFolder.open(data);
        EmbeddedPostgres.start(folder, TestDatabase.programs()).close();
        Files.writeString(
                folder.postgres().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.postgres() + "\n0\n5432\n\n\n\nready\n");

        try (var postgres = EmbeddedPostgres.start(folder, TestDatabase.programs())) {
            assertThat(number(postgres, "select 1")).isEqualTo(1);
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void aSecondServerOnTheSameFolderIsRefusedInOneSentence() {
        var folder = DataFolder.open(TestDatabase.data());
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, TestDatabase.programs()))
                .isInstanceOf(DatabaseRefusal.class)
                .hasMessageContaining("Another Diogel already runs on ")
                .hasMessageEndingWith("stop it first or choose another data folder.");
    }

    @Test
    void aFirstStartThatWasCutShortIsMadeAnew(@TempDir Path data) throws Exception {
        var folder = DataFolder.open(data);
        Files.createDirectories(folder.root().resolve("postgres.new/base"));
        Files.writeString(folder.root().resolve("postgres.new/PG_VERSION"), "18\n");

        try (var postgres = EmbeddedPostgres.start(folder, TestDatabase.programs())) {
            assertThat(number(postgres, "select 1")).isEqualTo(1);
        }
        assertThat(folder.root().resolve("postgres.new")).doesNotExist();
    }

    @Test
    void everythingIsForItsOwnerAloneAndNobodyComesInWithoutAPassword() throws Exception {
        var folder = DataFolder.open(TestDatabase.data());
        for (var path :
                new Path[] {
                    folder.root(), folder.postgres(), folder.wal(), folder.secrets(), folder.log()
                }) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .as(path.toString())
                    .isEqualTo("rwx------");
        }
        try (var secrets = Files.list(folder.secrets())) {
            assertThat(secrets)
                    .hasSize(4)
                    .allSatisfy(
                            secret ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(secret)))
                                            .isEqualTo("rw-------"));
        }
        assertThat(Files.readString(folder.postgres().resolve("pg_hba.conf")))
                .doesNotContain("trust", "local");
        var url = TestDatabase.settings().url();
        for (var user : new String[] {"postgres", "diogel_app", "diogel_owner"}) {
            assertThatThrownBy(() -> DriverManager.getConnection(url, user, "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void nothingThatAnybodyTypedReachesTheLog() throws Exception {
        var folder = DataFolder.open(TestDatabase.data());
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            sql.execute("create table canary(word text unique)");
            for (var statement :
                    new String[] {
                        "insert into canary values ('canary-07700900123'), ('canary-07700900123')",
                        "select 'canary-07700900123'::uuid",
                        "select canary_07700900123",
                        "do $$ begin raise warning 'canary-07700900123'; end $$; select 1/0"
                    }) {
                assertThatThrownBy(() -> sql.execute(statement)).isInstanceOf(SQLException.class);
            }
            try (var prepared = connection.prepareStatement("insert into canary values (?)")) {
                prepared.setString(1, "canary-07700900123");
                prepared.execute();
                assertThatThrownBy(prepared::execute)
                        .isInstanceOf(SQLException.class)
                        .hasMessageNotContaining("07700900123");
            }
        }
        Thread.sleep(Duration.ofMillis(300));
        assertThat(text(folder.log()))
                .contains("ready to accept connections")
                .doesNotContain("07700900123");
    }

    static String text(Path folder) throws IOException {
        var text = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private static void run(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (Connection connection = postgres.superuser("diogel");
                var sql = connection.createStatement()) {
            for (var statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private static int number(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = postgres.superuser("diogel");
                var sql = connection.createStatement();
                var row = sql.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
