package org.diogel.govuk;

import gg.jte.TemplateOutput;
import java.util.List;
import org.diogel.govuk.templates.JtePaginationGenerated;
import org.jspecify.annotations.Nullable;

/// The way through a list in pages.
///
/// @param landmark name of the landmark
public record Pagination(
        String landmark,
        @Nullable PageStep previous,
        @Nullable PageStep next,
        List<PageItem> items,
        Attributes attributes)
        implements Component<Pagination> {

    public Pagination {
        items = List.copyOf(items);
    }

    public static Pagination of(
            String landmark, @Nullable PageStep previous, @Nullable PageStep next) {
        return new Pagination(landmark, previous, next, List.of(), Attributes.NONE);
    }

    /// Without numbers the two links stand one above the other.
    public boolean block() {
        return items.isEmpty() && (next != null || previous != null);
    }

    /// A copy with `items` replaced.
    public Pagination withItems(List<PageItem> changed) {
        return new Pagination(landmark, previous, next, changed, attributes);
    }

    @Override
    public Pagination withAttributes(Attributes changed) {
        return new Pagination(landmark, previous, next, items, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JtePaginationGenerated.render(Component.escaping(output), null, this);
    }
}
