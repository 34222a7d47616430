package org.diogel.report;

/// The rows of a report are gone in this transaction; its key is destroyed after it.
public record ReportErased(ReportId report) {}
