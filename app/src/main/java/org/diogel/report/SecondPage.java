package org.diogel.report;

/// Asks for the second secret.
///
/// @param hasSecond whether one was set while sending
/// @param maySet the code is her own, given after a worker told it, and none is set yet
/// @param held what goes on once it is given, sealed; empty for nothing
/// @param whose the report's mark
public record SecondPage(boolean hasSecond, boolean maySet, String held, String whose) {}
