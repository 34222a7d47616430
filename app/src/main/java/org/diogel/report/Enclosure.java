package org.diogel.report;

import java.util.List;

/// What a later feature keeps with a report. Asked in the transaction of whoever looks, who gets what
/// that actor may see.
public interface Enclosure {

    /// In the order it came, with her words unsealed: only for looks that are written down.
    List<Enclosed> of(ReportId report);

    /// Those she said may go to others, in the order they came, with her words unsealed.
    List<Going> going(ReportId report);

    /// How many things the actor may see; nothing is unsealed.
    int count(ReportId report);

    /// Whether something there says that a child may be at risk.
    boolean showsChild(ReportId report);
}
