package org.diogel.report;

/// A report that was with the desk waits for the safeguarding lead now, or is held by her. Published
/// and handled inside the transaction that does it, so that nothing made of it stays out.
public record ReportHeldBack(ReportId report) {}
