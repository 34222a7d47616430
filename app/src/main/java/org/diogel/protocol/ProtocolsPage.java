package org.diogel.protocol;

import java.time.LocalDate;
import java.util.List;

/// @param register shown to anybody: without what waits for somebody
public record ProtocolsPage(List<Named> all, LocalDate today, boolean register) {}
