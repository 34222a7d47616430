package org.diogel.alert;

import org.jspecify.annotations.Nullable;

/// A warning counts no longer, whoever ended it and why; or it was never published. Published and
/// handled inside the transaction that ends it.
///
/// @param as how it ended: corrected, withdrawn or expired
/// @param correction the warning that took its place
public record AlertEnded(AlertId alert, AlertState as, @Nullable AlertId correction) {}
