package org.diogel.report;

import java.util.List;

/// Another report that may be about the same person.
///
/// @param kinds what is the same: `phone`, `email`, `vehicle`
public record Alike(QueueItem item, List<String> kinds) {}
