package org.diogel.emergency;

import java.util.List;
import org.diogel.govuk.SummaryList;
import org.diogel.report.QueueOriginalPage;

/// What was told, read in an emergency.
///
/// @param lang the language it was told in, in words
/// @param later what came afterwards, oldest first
public record EmergencyOriginalPage(
        NamedOpening opening, String lang, List<SummaryList> sections, List<QueueOriginalPage.Later> later) {

    public String path() {
        return EmergencyPages.path(opening.row().id());
    }
}
