package org.diogel.report;

import java.time.Instant;
import java.util.List;
import org.diogel.govuk.SummaryList;

/// One report without anything sealed.
///
/// @param path of this report; the addresses of what can be done begin with it
/// @param waits for the safeguarding lead, and the reader is not one
/// @param mayDecide the reader is the lead and it waits or is held
/// @param mayOpen the reader may open what she wrote
/// @param mayWarn a warning may be started from it
/// @param noWarning why not, or empty
/// @param history oldest first
/// @param done what was just done, or empty
public record QueueItemPage(
        String path,
        String reference,
        String severity,
        String severityText,
        SummaryList facts,
        boolean waits,
        boolean mayDecide,
        boolean mayOpen,
        boolean mayWarn,
        String noWarning,
        boolean mayClose,
        boolean mayReopen,
        List<Event> history,
        String done) {

    public record Event(Instant at, String text) {}
}
