package org.diogel.database;

import java.time.Clock;
import org.diogel.kernel.Acting;
import org.diogel.vault.TestRing;
import org.diogel.vault.TestVault;

/// The context key of a test run, derived from its ring exactly as the application derives it.
public final class TestContext {

    static final ContextSigner SIGNER = signer();

    private TestContext() {}

    /// What the application would set on a connection of this backend for this actor.
    public static String sign(Acting acting, int backendPid) {
        return SIGNER.sign(acting, backendPid, Clock.systemUTC().instant().getEpochSecond());
    }

    private static ContextSigner signer() {
        try (var vault = TestVault.of(TestRing.ring())) {
            return ContextBeans.signer(vault);
        }
    }
}
