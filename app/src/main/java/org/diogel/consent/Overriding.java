package org.diogel.consent;

import org.jspecify.annotations.Nullable;

/// Why something went that was none of her choices. Who decided is whoever is acting.
///
/// @param ground such as `duty-child`, or `agreed`: to the lead, for this
/// @param reason which test was met: `child`, `life`, `adult`
/// @param source where the ground stands in the law
/// @param notTold why she was not told; null once she was
/// @param basis of the body that passes it on
public record Overriding(
        String ground,
        String reason,
        String source,
        @Nullable String notTold,
        @Nullable Basis basis) {

    boolean isTold() {
        return notTold == null;
    }
}
