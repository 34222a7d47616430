package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;

/// Mark-up printed as it stands. Only for mark-up the program itself wrote: never for anything a
/// person typed, however it was cleaned.
public record Html(String trusted) implements Content {

    public static Html of(String trusted) {
        return new Html(trusted);
    }

    /// Several contents one after the other, with nothing between.
    public static Content join(Content... parts) {
        List<Content> all = List.of(parts);
        return output -> all.forEach(part -> part.writeTo(output));
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(trusted);
    }

    @Override
    public boolean isEmptyContent() {
        return trusted.isEmpty();
    }
}
