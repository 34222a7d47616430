package org.diogel.report;

import java.util.List;

/// Changing to whom it may go.
///
/// @param whose the report's mark
public record ChoicesPage(
        Previews previews,
        List<ToldPage.Gone> gone,
        String whose) {}
