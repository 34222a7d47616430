package org.diogel.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/// The ring of one test run: made new, so that no test can lean on a key it knows.
public final class TestRing {

    public static final Path FILE =
            Path.of("target", "test-keys-" + ProcessHandle.current().pid(), "diogel.keys")
                    .toAbsolutePath();

    private static final KeyRing RING = make();

    private TestRing() {}

    public static KeyRing ring() {
        return RING;
    }

    private static KeyRing make() {
        try {
            Files.createDirectories(FILE.getParent());
            return Files.exists(FILE)
                    ? KeyRing.load(FILE, true)
                    : KeyRing.createDemo(FILE, Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
