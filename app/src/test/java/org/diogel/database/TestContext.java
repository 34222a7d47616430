package org.diogel.database;

import java.nio.file.Path;
import java.time.Clock;
import org.diogel.vault.KeyRing;
import org.diogel.vault.MacKey;
import org.diogel.vault.TestRing;

/// The context key of a test run, derived from its ring exactly as the application derives it.
public final class TestContext {

    static final ContextSigner SIGNER = signer();

    private TestContext() {}

    private static ContextSigner signer() {
        try (var vault =
                org.diogel.vault.Vault.open(
                        TestRing.ring(),
                        Path.of("target", "test-context-" + ProcessHandle.current().pid()),
                        Clock.systemUTC())) {
            return ContextBeans.signer(vault);
        }
    }
}
