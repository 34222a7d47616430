package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import org.diogel.govuk.templates.JteSummaryListGenerated;
import org.jspecify.annotations.Nullable;

/// Questions and answers, as given.
public record SummaryList(List<SummaryRow> rows, @Nullable SummaryCard card, Attributes attributes)
        implements Component<SummaryList> {

    public SummaryList {
        rows = List.copyOf(rows);
    }

    public static SummaryList of(List<SummaryRow> rows) {
        return new SummaryList(rows, null, Attributes.NONE);
    }

    public SummaryList noBorder() {
        return withClass("govuk-summary-list--no-border");
    }

    /// Title of the card, said after each action by a screen reader.
    public @Nullable Content cardTitle() {
        return card == null ? null : card.title();
    }

    /// Whether any row can be acted upon, so that the others leave room.
    public boolean anyActions() {
        return rows.stream().anyMatch(row -> !row.actions().isEmpty());
    }

    /// A copy with `card` replaced.
    public SummaryList withCard(@Nullable SummaryCard changed) {
        return new SummaryList(rows, changed, attributes);
    }

    @Override
    public SummaryList withAttributes(Attributes changed) {
        return new SummaryList(rows, card, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteSummaryListGenerated.render(Component.escaping(output), null, this);
    }
}
