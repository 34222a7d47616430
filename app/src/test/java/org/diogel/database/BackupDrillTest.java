package org.diogel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.diogel.vault.KeyRing;
import org.diogel.vault.KeyStoreFile;
import org.diogel.vault.Vault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The drill of every test run: one backup with a bad day in it, restored and damaged in every way.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupDrillTest {
    private static final String CANARY = "canary-07700900123";

    private KeyRing ring;
    private Path folder;
    private Path data;
    private Path backup;
    private Instant beforeTheMistake;
    private Map<String, String> rightly;

    @BeforeAll
    void backUpThroughABadDay(@TempDir Path folder) throws Exception {
        this.folder = folder;
        ring = KeyRing.create(folder.resolve("diogel.keys"), Clock.systemUTC());
        data = folder.resolve("data");
        backup = folder.resolve("backup");
        TestDatabase.settings();
        try (var postgres = start(data)) {
            Migrations.run(postgres.settings(), Migrations.FEATURES);
            new Installation(postgres.settings(), data, false).join();
            tellWithKeys(postgres, 30);
            run(postgres, "create table public.told(n int primary key, words text not null)");
            tell(postgres, 1, 500);
            var shipping = backups().ship(postgres, data, Optional.of(backup));

            var made = backups().backup(data, backup);
            assertThat(made.rows()).containsEntry("public.told", 500L);

            tell(postgres, 501, 1_500);
            tellWithKeys(postgres, 1);
            switchLog(postgres);
            rightly = digests(postgres);
            beforeTheMistake = now(postgres);
            Thread.sleep(Duration.ofMillis(1_100));
            run(postgres, "delete from public.told where n % 3 = 0");
            awaitShipped(switchLog(postgres), data, backup);
            shipping.close();
        }
    }

    @Test
    void theDayIsRestoredToTheSecondBeforeTheMistake() throws Exception {
        var restored = folder.resolve("restored");
        restore(backup, restored, Optional.of(beforeTheMistake));

        try (var postgres = start(restored)) {
            assertThat(digests(postgres)).isEqualTo(rightly);
            SafetyCheck.check(postgres.settings());
        }
        assertThat(keys(restored)).isEqualTo(31);
        assertThat(restored.resolve("wal-restore")).doesNotExist();
        assertThat(restored.resolve("postgres/recovery.signal")).doesNotExist();
    }

    @Test
    void withoutATimeAllOfItComesBackTheMistakeToo() throws Exception {
        var restored = folder.resolve("restored-all");
        var done = backups().restore(backup, restored, Optional.empty(), Optional.empty());
        assertThat(done.lastChange()).isPresent();
        try (var postgres = start(restored)) {
            assertThat(digests(postgres).get("public.told")).startsWith("1000 ");
        }
    }

    @Test
    void aTimeAfterTheLastChangeGivesAllOfIt() throws Exception {
        var restored = folder.resolve("restored-late");
        restore(backup, restored, Optional.of(beforeTheMistake.plusSeconds(3_600)));
        try (var postgres = start(restored)) {
            assertThat(digests(postgres).get("public.told")).startsWith("1000 ");
        }
    }

    @Test
    void aTimeBeforeTheFirstBackupIsRefused() {
        assertRefused(
                () ->
                        restore(
                                backup,
                                folder.resolve("too-early"),
                                Optional.of(Instant.parse("2020-01-01T00:00:00Z"))),
                4,
                "give a later --until");
    }

    @Test
    void aFolderThatHoldsSomethingIsNotRestoredInto() throws Exception {
        var full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("precious"), "keep");
        assertRefused(
                () -> restore(backup, full, Optional.empty()), 4, "is not empty");
        assertThat(full.resolve("precious")).hasContent("keep");
    }

    @Test
    void aSoundBackupVerifies() {
        var report = backups().verify(backup, folder.resolve("scratch"));
        assertThat(report.isSound()).as(report.text()).isTrue();
        assertThat(report.text())
                .contains("public.told", "1000 rows", "indexes are sound", "all 31 would open");
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }

    /// A restore to an earlier moment leaves the log on another branch than the newest base backup.
    @Test
    void afterARestoreToAMomentTheBranchThatWasGivenUpIsNotRestored() throws Exception {
        var copy = copyOfBackup("branch");
        backups().backup(data, copy);
        var lived = folder.resolve("lived-on");
        restore(copy, lived, Optional.of(beforeTheMistake));
        try (var postgres = start(lived)) {
            var shipping = backups().ship(postgres, lived, Optional.of(copy));
            tell(postgres, 2_001, 2_100);
            awaitShipped(switchLog(postgres), lived, copy);
            shipping.close();
        }
        var again = folder.resolve("again");
        restore(copy, again, Optional.empty());
        try (var postgres = start(again)) {
            assertThat(digests(postgres).get("public.told")).startsWith("1600 ");
        }
    }

    @Test
    void aSegmentThatIsMostlyEmptyTakesLittleRoom() throws Exception {
        var target = new BackupFolder(backup);
        for (var name : target.walNames().stream().filter(WalName::isSegment).toList()) {
            assertThat(Files.size(target.walFile(name))).as(name).isLessThan(4 << 20);
        }
    }

    @Test
    void anotherKeyFailsLoudly() throws Exception {
        var other = KeyRing.create(folder.resolve("other.keys"), Clock.systemUTC());
        var stranger = new Backups(other, Clock.systemUTC(), Optional.of(TestDatabase.programs()));
        assertRefused(
                () ->
                        stranger.restore(
                                backup,
                                folder.resolve("wrong-key"),
                                Optional.empty(),
                                Optional.empty()),
                2,
                "This key file does not open the backup");
        assertRefused(
                () -> stranger.verify(backup, folder.resolve("wrong-key-2")),
                2,
                "This key file does not open the backup");
    }

    @Test
    void aChangedFileIsFound() throws Exception {
        var copy = copyOfBackup("tampered");
        var file = someFile(copy.resolve("database"), "pg_control.enc");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertRefused(
                () -> restore(copy, folder.resolve("from-tampered"), Optional.empty()),
                3,
                "global/pg_control is missing or was changed");
        assertThat(folder.resolve("from-tampered/postgres")).doesNotExist();
        var report = backups().verify(copy, folder.resolve("scratch-tampered"));
        assertThat(report.isSound()).isFalse();
    }

    @Test
    void aFileInAnothersPlaceIsFound() throws Exception {
        var copy = copyOfBackup("exchanged");
        Files.copy(
                someFile(copy, "pg_xact/0000.enc"),
                someFile(copy, "pg_multixact/offsets/0000.enc"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(backups().verify(copy, folder.resolve("scratch-exchanged")).isSound()).isFalse();
    }

    @Test
    void missingLogIsFound() throws Exception {
        var copy = new BackupFolder(copyOfBackup("gap"));
        var segments = copy.walNames().stream().filter(WalName::isSegment).toList();
        Files.delete(copy.walFile(segments.get(segments.size() - 2)));

        assertRefused(
                () -> restore(copy.root(), folder.resolve("from-gap"), Optional.empty()),
                3,
                "lacks the write-ahead log " + segments.get(segments.size() - 2));
        assertThat(backups().verify(copy.root(), folder.resolve("scratch-gap")).text())
                .contains("UNSAFE   write-ahead log");
    }

    @Test
    void anOldBackupRaisesAnAlarm() {
        var tomorrow =
                Clock.fixed(Clock.systemUTC().instant().plus(Duration.ofHours(27)), ZoneOffset.UTC);
        var report = backups(tomorrow).verify(backup, folder.resolve("scratch-old"));
        assertThat(report.text()).contains("UNSAFE   age");
    }

    @Test
    void nothingOfTheDataIsReadableInTheBackupNorLeftInTheQueue() throws Exception {
        try (var files = Files.walk(backup)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(CANARY);
            }
        }
        assertThat(BackupFolder.names(data.resolve("wal"), "", "").size()).isLessThanOrEqualTo(1);
    }

    /// Ends the current segment of log and returns its name.
    private static String switchLog(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = postgres.superuser("diogel");
                var sql = connection.createStatement();
                var row = sql.executeQuery("select pg_walfile_name(pg_switch_wal())")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void awaitShipped(String segment, Path data, Path backup) throws Exception {
        var target = new BackupFolder(backup);
        for (var i = 0; i < 200; i++) {
            if (target.walNames().contains(segment)
                    && !Files.exists(data.resolve("wal").resolve(segment))) {
                return;
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        throw new AssertionError("Not shipped: " + target.walNames());
    }

    /// Reports, each under a key of its own.
    private void tellWithKeys(EmbeddedPostgres postgres, int number) throws SQLException {
        try (var vault = Vault.open(ring, data, Clock.systemUTC());
                var connection = postgres.superuser("diogel");
                var insert =
                        connection.prepareStatement(
                                """
                                insert into report.report (id, reference, state, key_id, code_mac, language,
                                    created_at, touched_at)
                                select gen_random_uuid(), '2222-' || lpad(count(*)::text, 4, '0'), 'DRAFT', ?,
                                    sha256(count(*)::text::bytea), 'en', now(), now()
                                from report.report
                                """)) {
            for (var i = 0; i < number; i++) {
                insert.setObject(1, vault.newKey().value());
                insert.execute();
            }
        }
    }

    private static int keys(Path data) {
        return KeyStoreFile.find(data.resolve("keystore")).orElseThrow().size();
    }

    private Path copyOfBackup(String name) throws IOException {
        var copy = folder.resolve("copy-" + name);
        try (var files = Files.walk(backup)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(backup.relativize(file).toString()));
            }
        }
        return copy;
    }

    private static Path someFile(Path under, String end) throws IOException {
        try (var files = Files.walk(under)) {
            return files.filter(file -> file.toString().endsWith(end)).findFirst().orElseThrow();
        }
    }

    private static void assertRefused(Runnable action, int exit, String hint) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        DatabaseRefusal.class,
                        refusal -> {
                            assertThat(refusal.exit()).isEqualTo(exit);
                            assertThat(refusal).hasMessageContaining(hint);
                        });
    }

    private static void tell(EmbeddedPostgres postgres, int from, int to) throws SQLException {
        try (var connection = postgres.superuser("diogel");
                var insert =
                        connection.prepareStatement(
                                "insert into public.told select n, ? from generate_series(?, ?) n")) {
            insert.setString(1, CANARY);
            insert.setInt(2, from);
            insert.setInt(3, to);
            insert.execute();
        }
    }

    private static Instant now(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = postgres.superuser("diogel");
                var sql = connection.createStatement();
                var row = sql.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }

    /// Rows and a digest of all of them, by table.
    private static Map<String, String> digests(EmbeddedPostgres postgres) throws SQLException {
        var digests = new TreeMap<String, String>();
        try (var connection = postgres.superuser("diogel")) {
            for (var table : TableRows.count(connection).keySet()) {
                try (var sql = connection.createStatement();
                        var row =
                                sql.executeQuery(
                                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|'"
                                                + " order by t::text)), '') from "
                                                + table
                                                + " t")) {
                    row.next();
                    digests.put(table, row.getString(1));
                }
            }
        }
        return digests;
    }

    private static void run(EmbeddedPostgres postgres, String statement) throws SQLException {
        try (Connection connection = postgres.superuser("diogel");
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private void restore(Path from, Path to, Optional<Instant> until) {
        backups().restore(from, to, until, Optional.empty());
    }

    private Backups backups() {
        return backups(Clock.systemUTC());
    }

    private Backups backups(Clock clock) {
        return new Backups(ring, clock, Optional.of(TestDatabase.programs()));
    }

    private static EmbeddedPostgres start(Path data) {
        return EmbeddedPostgres.start(DataFolder.open(data), TestDatabase.programs());
    }
}
