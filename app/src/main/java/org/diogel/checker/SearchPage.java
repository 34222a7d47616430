package org.diogel.checker;

import java.util.List;
import org.diogel.figures.Figure;
import org.diogel.govuk.Component;
import org.jspecify.annotations.Nullable;

/// The page on which the desk searches its reports.
///
/// @param controls of the form
/// @param notice why nothing was searched; empty where something was
/// @param found null before anything was searched
public record SearchPage(List<Component<?>> controls, List<String> notice, @Nullable Found found) {

    /// @param rows in the order of the queue
    public record Found(Figure count, List<Row> rows) {}

    /// One report. @param severity in words, or that it is not known
    public record Row(String path, String reference, String severity, String region, String sent) {}
}
