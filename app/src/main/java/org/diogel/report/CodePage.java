package org.diogel.report;

/// Asks for the code.
///
/// @param held what was typed on the page before, sealed; empty for nothing
/// @param interrupted whether she was in the middle of something
public record CodePage(String held, boolean interrupted) {}
