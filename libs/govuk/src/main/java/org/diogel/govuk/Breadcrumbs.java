package org.diogel.govuk;

import gg.jte.TemplateOutput;
import java.util.List;
import org.diogel.govuk.templates.JteBreadcrumbsGenerated;

/// Where a page lies.
///
/// @param label name of the landmark
public record Breadcrumbs(
        List<Crumb> items, String label, boolean collapseOnMobile, Attributes attributes)
        implements Component<Breadcrumbs> {

    public Breadcrumbs {
        items = List.copyOf(items);
    }

    public static Breadcrumbs of(String label, List<Crumb> items) {
        return new Breadcrumbs(items, label, false, Attributes.NONE);
    }

    /// A copy with `collapseOnMobile` replaced.
    public Breadcrumbs withCollapseOnMobile(boolean changed) {
        return new Breadcrumbs(items, label, changed, attributes);
    }

    @Override
    public Breadcrumbs withAttributes(Attributes changed) {
        return new Breadcrumbs(items, label, collapseOnMobile, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteBreadcrumbsGenerated.render(Component.escaping(output), null, this);
    }
}
