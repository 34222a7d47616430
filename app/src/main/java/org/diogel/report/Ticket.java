package org.diogel.report;

import java.util.List;
import java.util.Map;
import org.diogel.kernel.Actor;

/// What somebody who came with a code has in hand while she looks around.
///
/// @param second whether she has given her second secret as well
/// @param fresh whether the code was given just now and still has to be shown large
public record Ticket(ReportId report, ReceiptCode code, boolean second, boolean fresh) {

    public Actor holder() {
        return new Actor.Holder(report.value(), second);
    }

    /// Stands for the report on its pages, so that what was typed under one code never ends in the
    /// report of another, as on a tablet that several people use. It says nothing.
    public String mark() {
        return Answers.digest(Map.of("report", List.of(report.toString())));
    }

    Ticket withSecond() {
        return new Ticket(report, code, true, fresh);
    }

    Ticket withFresh(boolean now) {
        return new Ticket(report, code, second, now);
    }
}
