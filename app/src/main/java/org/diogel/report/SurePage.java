package org.diogel.report;

import java.util.List;

/// Consequences first, then two plain buttons, the safe one first.
///
/// @param what `stop` or `delete`: keys `report.<what>.…`
/// @param gone what has gone and cannot be called back; null when the code alone is there
/// @param waits whether it cannot be deleted yet
public record SurePage(
        String what,
        @org.jspecify.annotations.Nullable List<ToldPage.Gone> gone,
        boolean waits) {}
