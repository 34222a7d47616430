package org.diogel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.diogel.vault.Destroyed;
import org.diogel.vault.KeyGone;
import org.diogel.vault.KeyId;
import org.diogel.vault.KeyRing;
import org.diogel.vault.Place;
import org.diogel.vault.Vault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Whoever was erased is unreadable in a database restored from before, whichever copy of the key store
/// comes back with it. TRUST §5 C3.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasedInBackupTest {
    private static final String CANARY = "canary-07700900456 she wrote";
    private static final UUID REPORT = UUID.randomUUID();
    private static final Place PLACE = new Place("report.sealed", REPORT, "narrative");

    private final Clock yesterday = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));
    private Path folder;
    private Path backup;
    private KeyRing ring;
    private KeyId key;
    private KeyId other;
    private Instant before;

    @BeforeAll
    void eraseAfterABackup(@TempDir Path folder) throws Exception {
        this.folder = folder;
        backup = folder.resolve("backup");
        var data = folder.resolve("data");
        ring = KeyRing.create(folder.resolve("diogel.keys"), Clock.systemUTC());
        TestDatabase.settings();
        try (var postgres = start(data)) {
            Migrations.run(postgres.settings(), Migrations.FEATURES);
            new Installation(postgres.settings(), data, false).join();
            try (var vault = Vault.open(ring, data, Clock.systemUTC())) {
                key = vault.newKey();
                other = vault.newKey();
                tell(postgres, vault.seal(key, PLACE, CANARY.getBytes(StandardCharsets.UTF_8)));
                assertThat(opened(vault, sealed(postgres))).isEqualTo(CANARY);

                backups(yesterday).backup(data, backup);
                before = now(postgres);
                Thread.sleep(Duration.ofMillis(1_100));

                run(postgres, "delete from report.report");
                vault.destroy(key);
            }
            backups(Clock.systemUTC()).backup(data, backup);
        }
    }

    @Test
    void theBackupOfBeforeHadHerKeyAndHerWords() {
        var copy =
                new KeyStoreCopies(new BackupFolder(backup), new BackupCipher(ring.backupKey()))
                        .read("keys-" + LocalDate.ofInstant(yesterday.instant(), ZoneOffset.UTC));
        assertThat(copy.opening(ring)).contains(key, other);
    }

    @Test
    void withTheNewestKeysSheIsUnreadable() throws Exception {
        assertUnreadable("restored", Optional.empty());
    }

    @Test
    void withTheKeysOfBeforeToo() throws Exception {
        assertUnreadable(
                "restored-keys",
                Optional.of(LocalDate.ofInstant(yesterday.instant(), ZoneOffset.UTC).toString()));
    }

    @Test
    void theBackupIsSound() {
        var report = backups(Clock.systemUTC()).verify(backup, folder.resolve("scratch"));
        assertThat(report.isSound()).as(report.text()).isTrue();
    }

    private void assertUnreadable(String name, Optional<String> keystore) throws Exception {
        var restored = folder.resolve(name);
        backups(Clock.systemUTC()).restore(backup, restored, Optional.of(before), keystore);
        assertThat(Destroyed.of(restored.resolve("keystore"))).containsExactly(key);
        try (var postgres = start(restored);
                var vault = Vault.open(ring, restored, Clock.systemUTC())) {
            byte[] sealed = sealed(postgres);
            assertThat(sealed).as("her row came back").isNotEmpty();
            assertThat(vault.holds(other)).as("nobody else is erased").isTrue();
            assertThat(vault.destroyed()).containsExactly(key);
            assertThatThrownBy(() -> opened(vault, sealed)).isInstanceOf(KeyGone.class);
        }
        var bytes = Files.readAllBytes(restored.resolve("keystore/keys.slots"));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .as("not even its name is left")
                .doesNotContain(raw(key));
    }

    private static String raw(KeyId key) {
        var bytes =
                ByteBuffer.allocate(16)
                        .putLong(key.value().getMostSignificantBits())
                        .putLong(key.value().getLeastSignificantBits())
                        .array();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String opened(Vault vault, byte[] sealed) {
        return new String(vault.open(key, PLACE, sealed), StandardCharsets.UTF_8);
    }

    private void tell(EmbeddedPostgres postgres, byte[] sealed) throws SQLException {
        try (var connection = postgres.superuser("diogel");
                var report =
                        connection.prepareStatement(
                                """
                                insert into report.report (id, reference, state, key_id, code_mac, language,
                                    created_at, touched_at)
                                values (?, '2222-2222', 'DRAFT', ?, sha256('x'), 'en', now(), now())
                                """);
                var words =
                        connection.prepareStatement(
                                "insert into report.sealed (report, part, bytes) values (?, 'narrative', ?)")) {
            report.setObject(1, REPORT);
            report.setObject(2, key.value());
            report.execute();
            words.setObject(1, REPORT);
            words.setBytes(2, sealed);
            words.execute();
        }
    }

    private static byte[] sealed(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = postgres.superuser("diogel");
                var sql = connection.createStatement();
                var row = sql.executeQuery("select bytes from report.sealed")) {
            return row.next() ? row.getBytes(1) : new byte[0];
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

    private static void run(EmbeddedPostgres postgres, String statement) throws SQLException {
        try (var connection = postgres.superuser("diogel");
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private Backups backups(Clock clock) {
        return new Backups(ring, clock, Optional.of(TestDatabase.programs()));
    }

    private static EmbeddedPostgres start(Path data) {
        return EmbeddedPostgres.start(DataFolder.open(data), TestDatabase.programs());
    }
}
