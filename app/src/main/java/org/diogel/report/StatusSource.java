package org.diogel.report;

import java.util.List;

/// Tells what became of a report in a later feature: "a warning went to members on …". It is asked
/// in the transaction of whoever holds the code, with the code alone.
public interface StatusSource {
    List<StatusLine> statusOf(ReportId report);
}
