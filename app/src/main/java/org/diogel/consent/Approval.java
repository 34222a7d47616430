package org.diogel.consent;

import java.time.Instant;

/// @param reviewer name of who read the texts
public record Approval(String reviewer, Instant at) {}
