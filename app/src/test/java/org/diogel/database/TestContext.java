package org.diogel.database;

import java.nio.file.Path;
import java.time.Clock;
import org.diogel.kernel.Acting;
import org.diogel.vault.TestRing;

/// The context key of a test run, derived from its ring exactly as the application derives it.
public final class TestContext {

    static final ContextSigner SIGNER = signer();

    private TestContext() {}

    /// What the application would set on a connection of this backend for this actor.
    public static String sign(Acting acting, int backendPid) {
        return SIGNER.sign(acting, backendPid, Clock.systemUTC().instant().getEpochSecond());
    }

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
