package org.diogel.govuk;

import gg.jte.TemplateOutput;
import java.util.List;
import org.diogel.govuk.templates.JteTableGenerated;
import org.jspecify.annotations.Nullable;

/// A table of data.
///
/// @param rowHeaders the first cell of each row names the row
public record Table(
        @Nullable String caption,
        String captionClasses,
        List<Cell> head,
        List<List<Cell>> rows,
        boolean rowHeaders,
        Attributes attributes)
        implements Component<Table> {

    public Table {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
    }

    public static Table of(String caption, List<Cell> head, List<List<Cell>> rows) {
        return new Table(caption, "govuk-table__caption--m", head, rows, false, Attributes.NONE);
    }

    /// The caption is heard but not seen, when a heading already says it.
    public Table captionHidden() {
        return withCaptionClasses("govuk-visually-hidden");
    }

    /// The caption's further classes with a space before them.
    public String moreCaptionClasses() {
        return Attributes.ofClass(captionClasses).moreClasses();
    }

    /// A copy with `captionClasses` replaced.
    public Table withCaptionClasses(String changed) {
        return new Table(caption, changed, head, rows, rowHeaders, attributes);
    }

    /// A copy with `rowHeaders` replaced.
    public Table withRowHeaders(boolean changed) {
        return new Table(caption, captionClasses, head, rows, changed, attributes);
    }

    @Override
    public Table withAttributes(Attributes changed) {
        return new Table(caption, captionClasses, head, rows, rowHeaders, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteTableGenerated.render(Component.escaping(output), null, this);
    }
}
