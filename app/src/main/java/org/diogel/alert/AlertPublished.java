package org.diogel.alert;

import org.diogel.kernel.AgencyId;
import org.diogel.report.ReportId;
import org.jspecify.annotations.Nullable;

/// A warning that is drawn from a report is in force from now on. Published and handled inside the transaction that publishes it,
/// before an earlier one that it takes the place of has ended.
///
/// @param agency whose desk it is
/// @param corrects the warning whose place it takes
public record AlertPublished(
        AlertId alert, ReportId report, AgencyId agency, @Nullable AlertId corrects) {}
