package org.diogel.alert;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diogel.figures.Figure;
import org.diogel.report.Excerpt;
import org.diogel.report.QueueItem;

/// Everything a moderator sees of a warning.
///
/// @param warning its text; empty when it went with its report
/// @param original the report and what she agreed to share of it; empty once the warning has ended
/// @param shut names of fields that stay shut because she holds back what they would say
/// @param flags raised when it was last saved
/// @param tookPart whether the actor wrote any of it, and so cannot be the second person
/// @param readers how many agencies opened it
/// @param audience how many members would get a message about it now, while it is not published
/// @param ledger how it reached them since
public record Sheet(
        AlertRow row,
        Optional<Warning> warning,
        Optional<Original> original,
        Set<String> shut,
        List<Flag> flags,
        List<AlertEvent> events,
        boolean tookPart,
        Figure readers,
        Figure audience,
        Ledger ledger) {

    public record Original(QueueItem item, Excerpt excerpt) {}
}
