package org.diogel.report;

import java.util.List;

/// Consequences first, then two plain buttons, the safe one first.
///
/// @param what `stop` or `delete`: keys `report.<what>.…`
/// @param gone what has gone and cannot be called back
/// @param waits whether it cannot be deleted yet
/// @param whose the report's mark
public record SurePage(String what, List<ToldPage.Gone> gone, boolean waits, String whose) {}
