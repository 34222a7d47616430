package org.diogel.contest;

import java.time.LocalDate;
import java.util.List;

/// @param all what is open first, what is due soonest first
public record RequestsPage(List<RequestRow> all, LocalDate today) {}
