package org.diogel.report;

import java.util.List;

/// Changing to whom it may go.
///
/// @param whose the report's mark
/// @param seen what this page shows ([Told#seen])
/// @param changed something else would go by now than the page showed that was sent
public record ChoicesPage(
        Previews previews,
        List<ToldPage.Gone> gone,
        String whose,
        String seen,
        boolean changed) {}
