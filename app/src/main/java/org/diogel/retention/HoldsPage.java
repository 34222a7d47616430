package org.diogel.retention;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;

/// @param all those that last first
/// @param controls of the form for a new one
public record HoldsPage(List<Held> all, LocalDate today, List<Content> controls) {}
