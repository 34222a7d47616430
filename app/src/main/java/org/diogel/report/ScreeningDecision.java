package org.diogel.report;

/// What the safeguarding lead decides about a report that waits.
public enum ScreeningDecision {
    /// It goes to the desk like any other; her choices hold.
    RELEASE(ReportState.SENT),
    /// Nothing goes on from it.
    HOLD(ReportState.HELD);

    final ReportState to;

    ScreeningDecision(ReportState to) {
        this.to = to;
    }
}
