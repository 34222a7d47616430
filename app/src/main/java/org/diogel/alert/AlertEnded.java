package org.diogel.alert;

/// A warning counts no longer, whoever ended it and why; or it was never published. Published and
/// handled inside the transaction that ends it.
public record AlertEnded(AlertId alert) {}
