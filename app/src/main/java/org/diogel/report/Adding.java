package org.diogel.report;

import gg.jte.Content;

/// Adding something to what was told. @param box the field for it
public record Adding(Content box) {}
