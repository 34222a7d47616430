package org.diogel.checker;

import java.time.LocalDate;
import java.util.List;

/// @param refusals newest first
/// @param stopped days on which checking stopped for everybody, newest first
public record RefusalsPage(List<Refusals.Refusal> refusals, List<LocalDate> stopped) {}
