package org.diogel.consent;

import java.time.Instant;

/// @param reviewer name of who read the texts
/// @param takenBack whether this took an approval back instead of giving one
/// @param current whether it is of the texts exactly as they stand now
public record Approval(String reviewer, Instant at, boolean takenBack, boolean current) {}
