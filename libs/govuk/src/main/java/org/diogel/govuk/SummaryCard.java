package org.diogel.govuk;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The frame and title of a [SummaryList].
public record SummaryCard(
        @Nullable Content title,
        int headingLevel,
        List<SummaryAction> actions,
        Attributes attributes) {

    public SummaryCard {
        actions = List.copyOf(actions);
    }

    public static SummaryCard of(String title, SummaryAction... actions) {
        return new SummaryCard(Text.of(title), 2, List.of(actions), Attributes.NONE);
    }

    /// The title as a heading of the right level, or null without a title.
    public @Nullable Heading titleHeading() {
        return title == null ? null : Heading.of(headingLevel, "govuk-summary-card__title", title);
    }

    public SummaryCard withHeadingLevel(int level) {
        return new SummaryCard(title, level, actions, attributes);
    }

    public SummaryCard withClass(String classes) {
        return new SummaryCard(title, headingLevel, actions, attributes.withClass(classes));
    }
}
