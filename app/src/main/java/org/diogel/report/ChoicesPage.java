package org.diogel.report;

import java.util.List;
import org.diogel.govuk.Component;

/// Changing to whom it may go.
public record ChoicesPage(
        Component<?> boxes, List<StepPage.UnconnectedChoice> unconnected, List<ToldPage.Gone> gone) {}
