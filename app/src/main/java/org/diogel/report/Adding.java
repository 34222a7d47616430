package org.diogel.report;

import org.diogel.govuk.Component;

/// Adding something to what was told.
///
/// @param kinds what it is
/// @param box the field for it
/// @param whose the report's mark
/// @param late it was written on a page of the form after the report had been sent
public record Adding(Component<?> kinds, Component<?> box, String whose, boolean late) {}
