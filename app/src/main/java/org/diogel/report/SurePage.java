package org.diogel.report;

import java.util.List;

/// Consequences first, then two plain buttons, the safe one first.
///
/// @param what `stop` or `delete`: keys `report.<what>.…`
/// @param gone what has gone and cannot be called back
/// @param kept why it cannot be deleted now, as the end of a message key; empty when it can
/// @param until the day it is kept until, in words; empty where that is not known
/// @param whose the report's mark
public record SurePage(String what, List<ToldPage.Gone> gone, String kept, String until, String whose) {}
