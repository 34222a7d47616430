package org.diogel.vault;

import java.nio.file.Path;
import java.time.Clock;

/// A vault for the tests of other features: real keys in a folder of the test's own.
public final class TestVault {
    private TestVault() {}

    public static Vault in(Path folder) {
        return in(folder, Clock.systemUTC());
    }

    public static Vault in(Path folder, Clock clock) {
        Path file = folder.resolve("test.keys");
        KeyRing ring =
                file.toFile().exists() ? KeyRing.load(file, true) : KeyRing.createDemo(file, clock);
        return Vault.open(ring, folder, clock);
    }
}
