package org.diogel.safeguarding;

import java.time.Instant;
import java.util.List;

/// What the lead passed on, what is due first first.
public record DutiesPage(List<Duties.Listed> all, Instant now) {}
