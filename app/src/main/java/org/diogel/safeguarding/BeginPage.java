package org.diogel.safeguarding;

import java.time.Instant;
import java.util.List;

/// Before anything is unsealed.
///
/// @param path of this page
/// @param all what was passed of this report
public record BeginPage(String path, List<Duties.Listed> all, Instant now) {}
