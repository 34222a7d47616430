package org.diogel.report;

import java.time.Instant;
import org.diogel.figures.Figure;
import org.diogel.kernel.AgencyId;

/// How a desk keeps up, with nothing of any report.
///
/// @param oldest when the oldest report that nobody has read was sent
/// @param late how many are past the time they should have been read by
public record DeskAge(AgencyId desk, Instant oldest, Figure late) {}
