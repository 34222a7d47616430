package org.diogel.report;

import org.diogel.govuk.Component;

/// Adding something to what was told. @param box the field for it
public record Adding(Component<?> box) {}
