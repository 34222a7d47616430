package org.diogel.report;

/// Says whether a later feature needs a report to be kept because a child or a life may be at risk. Asked
/// in the transaction of its holder with the second secret.
public interface Hold {
    boolean isHeld(ReportId report);
}
