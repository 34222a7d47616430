package org.diogel.consent;

import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/// How she said what she agrees to or takes back.
///
/// @param how `web`, `spoken` or `system`
/// @param witness whoever heard her say it and wrote it down; null where she did herself
public record Given(String how, @Nullable UUID witness) {

    static final String SPOKEN = "spoken";

    /// Background work takes back, and never agrees.
    static final Given SYSTEM = new Given("system", null);

    /// By herself, on the page.
    public static final Given HERSELF = new Given("web", null);

    /// Said to a worker, who wrote it down and is the witness.
    public static Given spokenTo(AccountId worker) {
        return new Given(SPOKEN, worker.value());
    }
}
