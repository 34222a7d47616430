package org.diogel.report;

/// Asks for the second secret.
///
/// @param hasSecond whether one was set while sending
/// @param held what goes on once it is given, sealed; empty for nothing
/// @param whose the report's mark
public record SecondPage(boolean hasSecond, String held, String whose) {}
