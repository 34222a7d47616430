package org.diogel.report;

import java.util.List;
import org.diogel.govuk.Component;
import org.diogel.govuk.SummaryList;

/// Everything once more before it goes.
///
/// @param sections answers by page
/// @param previews one for each recipient that is connected
/// @param screening the two questions asked of everybody
/// @param secondAsk the field for a second secret
/// @param key random; the same key sends once
public record CheckPage(
        List<SummaryList> sections,
        List<Preview> previews,
        List<StepPage.UnconnectedChoice> unconnected,
        List<Component<?>> screening,
        Component<?> secondAsk,
        String key) {

    /// Exactly what one recipient would get.
    ///
    /// @param box to agree to it
    public record Preview(String id, String name, Component<?> box, List<Line> lines) {}

    /// One answer as the recipient sees it, or struck through with the reason it is held back.
    ///
    /// @param heldBack the reason in words; empty for what is shown
    public record Line(String question, String value, String heldBack) {}
}
