package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;

/// One component with an outermost element that may carry more classes and attributes.
///
/// @param <C> the component itself, so that a copy keeps its type
public interface Component<C extends Component<C>> extends Content {

    /// What the outermost element carries besides what the component needs.
    Attributes attributes();

    /// A copy whose outermost element carries exactly these.
    C withAttributes(Attributes attributes);

    /// A copy with these classes added, separated by spaces.
    default C withClass(String classes) {
        return withAttributes(attributes().withClass(classes));
    }

    /// A copy with this attribute added; never `on…` or `style`, which the site's policy forbids.
    default C withAttribute(String name, String value) {
        return withAttributes(attributes().with(name, value));
    }

    /// The output that escapes what a template prints, whatever the caller writes to.
    static HtmlTemplateOutput escaping(TemplateOutput output) {
        return output instanceof HtmlTemplateOutput html
                ? html
                : new OwaspHtmlTemplateOutput(output);
    }
}
