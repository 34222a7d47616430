package org.diogel.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestroyedTest {

    @TempDir private Path folder;
    private KeyRing ring;
    private Path store;

    @BeforeEach
    void aStore() {
        ring = KeyRing.create(folder.resolve("diogel.keys"), Clock.systemUTC());
        store = folder.resolve("data/keystore");
        KeyStoreFile.make(store, UUID.randomUUID());
    }

    @Test
    void anOlderCopyOfTheStoreOpensNothingThatWasErased() throws Exception {
        KeyId erased;
        KeyId leftOver;
        KeyId kept;
        Path copy = folder.resolve("copy");
        try (Vault vault = open()) {
            erased = vault.newKey();
            leftOver = vault.newKey();
            kept = vault.newKey();
            Files.copy(store.resolve(KeyStore.NAME), copy);
            vault.destroy(erased);
            vault.destroy(List.of(leftOver));
            assertThat(vault.holds(erased)).isFalse();
        }
        Files.copy(copy, store.resolve(KeyStore.NAME), StandardCopyOption.REPLACE_EXISTING);
        try (Vault vault = open()) {
            assertThat(vault.holds(erased)).isFalse();
            assertThat(vault.holds(kept)).isTrue();
            assertThat(vault.holds(leftOver)).as("it may have been a mistake").isTrue();
        }
    }

    @Test
    void aTornLineSwallowsNoOther() throws Exception {
        KeyId first;
        KeyId second;
        try (Vault vault = open()) {
            first = vault.newKey();
            second = vault.newKey();
            vault.destroy(first);
        }
        Files.writeString(store.resolve(Destroyed.NAME), "0123-torn", StandardOpenOption.APPEND);
        try (Vault vault = open()) {
            vault.destroy(second);
            assertThat(vault.destroyed()).containsExactly(first, second);
        }
        assertThat(Destroyed.read(Destroyed.merged(Destroyed.bytes(List.of(first)), Destroyed.bytes(List.of(second, first)))))
                .containsExactly(first, second);
    }

    private Vault open() {
        return Vault.open(ring, folder.resolve("data"), Clock.systemUTC());
    }
}
