package org.diogel.report;

import org.diogel.kernel.Actor;

/// What somebody who came with a code has in hand while she looks around.
///
/// @param second whether she has given her second secret as well
/// @param fresh whether the code was given just now and still has to be shown large
public record Ticket(ReportId report, ReceiptCode code, boolean second, boolean fresh) {

    Actor holder() {
        return new Actor.Holder(report.value(), second);
    }

    Ticket withSecond() {
        return new Ticket(report, code, true, fresh);
    }

    Ticket withFresh(boolean now) {
        return new Ticket(report, code, second, now);
    }
}
