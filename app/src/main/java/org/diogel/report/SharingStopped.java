package org.diogel.report;

/// She took everything back, or part of it. Published and handled inside the transaction that does
/// it, so that nothing of it is sent afterwards.
public record SharingStopped(ReportId report) {}
