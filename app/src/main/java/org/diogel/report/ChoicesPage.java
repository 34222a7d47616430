package org.diogel.report;

import gg.jte.Content;
import java.util.List;

/// Changing to whom it may go.
public record ChoicesPage(
        Content boxes, List<StepPage.UnconnectedChoice> unconnected, List<ToldPage.Gone> gone) {}
