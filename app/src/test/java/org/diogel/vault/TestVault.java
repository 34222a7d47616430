package org.diogel.vault;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/// A vault for the tests of other features: real keys in a folder of the test's own.
public final class TestVault {
    private TestVault() {}

    /// The keys of a ring alone.
    public static Vault of(KeyRing ring) {
        return Vault.ofRing(ring);
    }

    /// One whose disk lost what it was given.
    public static Vault broken(Path folder) {
        KeyRing ring = KeyRing.createDemo(folder.resolve("test.keys"), Clock.systemUTC());
        KeyStoreFile.make(folder.resolve("keystore"), UUID.randomUUID());
        KeyStore store =
                KeyStore.open(
                        folder.resolve("keystore"),
                        ring,
                        Clock.systemUTC(),
                        path -> {
                            BreakingFile file = new BreakingFile(path);
                            file.lost = true;
                            return file;
                        });
        try {
            store.newKey();
            throw new AssertionError("It wrote");
        } catch (UncheckedIOException e) {
            return new Vault(ring, store, folder.resolve("keystore"));
        }
    }

    public static Vault in(Path folder) {
        return in(folder, Clock.systemUTC());
    }

    public static Vault in(Path folder, Clock clock) {
        Path file = folder.resolve("test.keys");
        KeyRing ring =
                file.toFile().exists() ? KeyRing.load(file, true) : KeyRing.createDemo(file, clock);
        KeyStoreFile.make(folder.resolve("keystore"), UUID.randomUUID());
        return Vault.open(ring, folder, clock);
    }
}
