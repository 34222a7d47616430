package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.escape.Escape;

/// Plain text as content: escaped when printed.
public record Text(String text) implements Content {

    public static Text of(String text) {
        return new Text(text);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        Escape.htmlContent(text, output);
    }

    @Override
    public boolean isEmptyContent() {
        return text.isEmpty();
    }
}
