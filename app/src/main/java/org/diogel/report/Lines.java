package org.diogel.report;

import gg.jte.Content;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.List;

/// Typed text as part of a page: escaped, with its line breaks.
public final class Lines {

    private Lines() {}

    public static Content of(String text) {
        return of(text, List.of());
    }

    /// @param hints what we say about it, a line each below it
    public static Content of(String text, List<String> hints) {
        StringOutput html = new StringOutput();
        boolean first = true;
        for (String line : text.split("\n", -1)) {
            html.writeContent(first ? "" : "<br>");
            Escape.htmlContent(line, html);
            first = false;
        }
        for (String hint : hints) {
            html.writeContent("<div class=\"govuk-hint\">");
            Escape.htmlContent(hint, html);
            html.writeContent("</div>");
        }
        return output -> output.writeContent(html.toString());
    }
}
