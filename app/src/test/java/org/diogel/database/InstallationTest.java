package org.diogel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.diogel.kernel.Durable;
import org.diogel.vault.KeyStoreFile;
import org.diogel.vault.TestVault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Database, key store and demonstration never meet by accident.
class InstallationTest {
    @TempDir Path data;
    private DatabaseSettings database;

    @BeforeEach
    void aDatabaseThatNeverServed() throws SQLException {
        database = TestDatabase.fresh();
        superuser("delete from context.signing");
    }

    @Test
    void aNewDatabaseAndANewKeyStoreAreJoinedOnce() throws SQLException {
        real().refuseOtherKind();
        real().join();
        var id = store().installation();
        assertThat(superuser("select id::text from context.installation")).isEqualTo(id.toString());
        real().refuseOtherKind();
        real().join();
        assertThat(store().installation()).isEqualTo(id);
    }

    /// Killed between the two, it goes on where it stopped.
    @Test
    void anEmptyKeyStoreIsTakenOver() throws SQLException {
        var id = UUID.randomUUID();
        KeyStoreFile.make(data.resolve("keystore"), id);
        real().join();
        assertThat(superuser("select id::text from context.installation")).isEqualTo(id.toString());
    }

    @Test
    void keysDoNotMeetANewDatabase() {
        try (var vault = TestVault.in(data)) {
            vault.newKey();
        }
        assertRefused(() -> real().join(), "holds keys, but this database is new");
        assertThat(store().size()).isEqualTo(1);
        assertRefused(() -> Installation.refuseLoneKeys(data), "restore it from its backup");
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    @Test
    void aMissingKeyStoreIsNotMadeAnew() throws Exception {
        real().join();
        Durable.removeTree(data.resolve("keystore"));
        assertRefused(() -> real().join(), "put the folder back from its backup");
        assertThat(data.resolve("keystore")).doesNotExist();
    }

    @Test
    void anothersKeyStoreIsRefused() throws Exception {
        real().join();
        Files.delete(data.resolve("keystore/keys.slots"));
        KeyStoreFile.make(data.resolve("keystore"), UUID.randomUUID());
        assertRefused(() -> real().join(), "belongs to another database");
    }

    @Test
    void theDemonstrationAndRealDataNeverMeet() throws SQLException {
        real().join();
        assertRefused(() -> demo().refuseOtherKind(), "This database is a real one");
        superuser("update context.installation set demonstration = true");
        demo().refuseOtherKind();
        assertRefused(() -> real().refuseOtherKind(), "This database is a demonstration's");
    }

    @Test
    void aDatabaseThatServedWithoutSayingWhoseItIsCountsAsReal() throws SQLException {
        ContextKey.install(database, TestContext.SIGNER);
        assertRefused(() -> demo().refuseOtherKind(), "This database is a real one");
        real().refuseOtherKind();
    }

    private Installation real() {
        return new Installation(database, data, false);
    }

    private Installation demo() {
        return new Installation(database, data, true);
    }

    private KeyStoreFile store() {
        return KeyStoreFile.find(data.resolve("keystore")).orElseThrow();
    }

    private static String superuser(String statement) throws SQLException {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            if (!sql.execute(statement)) {
                return "";
            }
            try (var row = sql.getResultSet()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private static void assertRefused(Runnable action, String sentence) {
        assertThatThrownBy(action::run)
                .isInstanceOf(DatabaseRefusal.class)
                .hasMessageContaining(sentence);
    }
}
