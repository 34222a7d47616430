package org.diogel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.kernel.Durable;
import org.diogel.vault.KeyId;
import org.diogel.vault.KeyRing;
import org.diogel.vault.KeyStoreFile;
import org.diogel.vault.KeysCommand;
import org.diogel.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a backup keeps of the key store, and where it goes.
class BackupKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir Path folder;
    private KeyRing ring;
    private DataFolder data;
    private BackupFolder backup;
    private KeyStoreCopies copies;

    @BeforeEach
    void aDataFolder() {
        ring = KeyRing.create(folder.resolve("diogel.keys"), CLOCK);
        data = DataFolder.open(folder.resolve("data"));
        backup = new BackupFolder(folder.resolve("backup"));
        copies = new KeyStoreCopies(backup, new BackupCipher(ring.backupKey()));
        KeyStoreFile.make(data.keystore(), UUID.randomUUID());
    }

    @Test
    void aCopyOfManyKeysIsNotReplacedByOneOfFew() throws Exception {
        var made = newKeys(100);
        copies.copy(data, CLOCK);
        destroy(made.subList(0, 5));
        copies.copy(data, CLOCK);
        assertThat(kept()).as("a few may go").isEmpty();

        destroy(made.subList(5, 90));
        copies.copy(data, CLOCK);
        assertThat(copies.read(copies.newest()).size()).isEqualTo(10);
        assertThat(kept()).containsExactly("kept-2026-11-23T101530Z");
        assertThat(restored("one", Optional.empty())).isEqualTo(10);
        assertThat(restored("two", Optional.of("2026-11-23T101530Z"))).isEqualTo(95);
        assertThat(restored("three", Optional.of("2026-11-23"))).isEqualTo(10);
        assertThatThrownBy(() -> restored("four", Optional.of("2026-11-22")))
                .isInstanceOf(DatabaseRefusal.class)
                .hasMessageContaining("there are 2026-11-23, 2026-11-23T101530Z");
    }

    @Test
    void theStoreOfAnotherInstallationDoesNotReplaceACopy() throws Exception {
        newKeys(3);
        copies.copy(data, CLOCK);
        Durable.removeTree(data.keystore());
        KeyStoreFile.make(data.keystore(), UUID.randomUUID());
        copies.copy(data, CLOCK);
        assertThat(kept()).hasSize(1);
        Durable.removeTree(data.keystore());
        copies.copy(data, CLOCK);
        assertThat(copies.daily()).hasSize(1);
    }

    /// Erased people stay erased: what was kept goes with the rest.
    @Test
    void nothingIsKeptLongerThanThirtyDays() throws Exception {
        var made = newKeys(100);
        copies.copy(data, CLOCK);
        destroy(made);
        copies.copy(data, CLOCK);
        copies.copy(data, Clock.offset(CLOCK, Duration.ofDays(30)));
        assertThat(kept()).isEmpty();
        assertThat(copies.daily()).containsExactly("keys-2026-12-23");
    }

    @Test
    void aBackupWhoseStoriesNoLongerOpenIsNotSound() throws Exception {
        try (var postgres = EmbeddedPostgres.start(data, TestDatabase.programs())) {
            Migrations.run(postgres.settings(), Migrations.FEATURES);
            backups().backup(data.root(), backup.root());
            story(postgres, newKeys(1).getFirst());
        }
        backups().backup(data.root(), backup.root());
        var leftOver = Files.createDirectories(folder.resolve("scratch/verify-4194304/postgres"));
        Files.writeString(leftOver.resolve("readable"), "rows");
        assertThat(verify().text()).contains("all 1 would open", "This backup can be restored.");
        assertThat(folder.resolve("scratch")).isEmptyDirectory();

        var keys = folder.resolve("diogel.keys");
        new KeysCommand(java.util.Map.of(), Clock.systemUTC())
                .run(KeysCommand.Job.ROTATE, Optional.of(keys.toString()), Optional.of(data.root()));
        ring = KeyRing.load(keys, false);
        var report = verify();
        assertThat(report.isSound()).isFalse();
        assertThat(report.text())
                .contains("UNSAFE   stories", "1 of 1 would not open", "make a backup now and verify again");
        Thread.sleep(1_100);
        backups().backup(data.root(), backup.root());
        assertThat(verify().isSound()).isTrue();
    }

    @Test
    void aDiskThatIsNotThereIsMissedUntilItIsForgotten() throws Exception {
        try (var postgres = EmbeddedPostgres.start(data, TestDatabase.programs())) {
            Migrations.run(postgres.settings(), Migrations.FEATURES);
            backups().backup(data.root(), backup.root());
            Durable.removeTree(backup.root());
            Files.createDirectories(backup.root());

            assertThatThrownBy(() -> backups().backup(data.root(), backup.root()))
                    .isInstanceOf(DatabaseRefusal.class)
                    .hasMessageContaining("put its disk back")
                    .hasMessageContaining("./diogel backup --forget");
            backups().ship(postgres, data.root(), Optional.of(backup.root())).close();
            assertThat(backup.root()).isEmptyDirectory();

            assertThat(backups().forget(data.root(), backup.root())).isTrue();
            assertThat(backups().forget(data.root(), backup.root())).isFalse();
            assertThat(backups().backup(data.root(), backup.root()).files()).isPositive();
        }
    }

    private BackupReport verify() {
        return backups().verify(backup.root(), folder.resolve("scratch"));
    }

    private Backups backups() {
        return new Backups(ring, Clock.systemUTC(), Optional.of(TestDatabase.programs()));
    }

    private List<String> kept() {
        return BackupFolder.names(backup.keystore(), "kept-", ".enc");
    }

    private int restored(String name, Optional<String> asked) throws Exception {
        var to = DataFolder.open(folder.resolve(name));
        copies.restore(to, asked);
        return KeyStoreFile.find(to.keystore()).orElseThrow().size();
    }

    private List<KeyId> newKeys(int number) {
        var made = new ArrayList<KeyId>();
        try (var vault = Vault.open(ring, data.root(), CLOCK)) {
            for (var i = 0; i < number; i++) {
                made.add(vault.newKey());
            }
        }
        return made;
    }

    private void destroy(List<KeyId> keys) {
        try (var vault = Vault.open(ring, data.root(), CLOCK)) {
            vault.destroy(keys);
        }
    }

    private static void story(EmbeddedPostgres postgres, KeyId key) throws SQLException {
        try (var connection = postgres.superuser("diogel");
                var insert =
                        connection.prepareStatement(
                                """
                                insert into report.report (id, reference, state, key_id, code_mac, language,
                                    created_at, touched_at)
                                values (gen_random_uuid(), '2222-2222', 'DRAFT', ?, sha256('x'), 'en', now(), now())
                                """)) {
            insert.setObject(1, key.value());
            insert.execute();
        }
    }
}
