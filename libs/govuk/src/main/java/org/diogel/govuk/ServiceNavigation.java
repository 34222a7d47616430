package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import org.diogel.govuk.templates.JteServiceNavigationGenerated;
import org.jspecify.annotations.Nullable;

/// The name of the service and the ways within it.
///
/// @param name of the service
/// @param url of its first page
/// @param navigationId must be the only one on the page
/// @param collapse behind a menu button on a narrow screen; null: if there are several
/// @param end after the navigation
/// @param endInline beside the navigation instead of below
public record ServiceNavigation(
        @Nullable String name,
        @Nullable String url,
        List<NavigationItem> items,
        Texts texts,
        String navigationId,
        String navigationClasses,
        @Nullable Boolean collapse,
        @Nullable Content end,
        boolean endInline,
        Attributes attributes)
        implements Component<ServiceNavigation> {

    public ServiceNavigation {
        items = List.copyOf(items);
    }

    /// The words around the items.
    ///
    /// @param section name of the whole landmark
    /// @param menu the menu button
    /// @param menuLabel what a screen reader says for the menu button, or null for the same
    /// @param navigation name of the inner landmark, or null for the text of the menu button
    public record Texts(
            String section, String menu, @Nullable String menuLabel, @Nullable String navigation) {

        public static final Texts ENGLISH = new Texts("Service information", "Menu", null, null);
    }

    public static ServiceNavigation of(Texts texts, List<NavigationItem> items) {
        return new ServiceNavigation(
                null, null, items, texts, "navigation", "", null, null, false, Attributes.NONE);
    }

    /// The name of the service, leading to its first page.
    public ServiceNavigation named(String service, String href) {
        return withName(service).withUrl(href);
    }

    /// Whether the menu button is printed.
    public boolean collapses() {
        return collapse != null ? collapse : items.size() > 1;
    }

    /// Name of the inner landmark.
    public String navigationLabel() {
        String label = texts.navigation();
        return label != null && !label.isEmpty() ? label : texts.menu();
    }

    /// What a screen reader says for the menu button, or null for its own text.
    public @Nullable String menuLabel() {
        return texts.menu().equals(texts.menuLabel()) ? null : texts.menuLabel();
    }

    /// Whether it needs a landmark of its own besides the navigation's.
    public boolean section() {
        return (name != null && !name.isEmpty()) || end != null;
    }

    /// A copy with `name` replaced.
    public ServiceNavigation withName(@Nullable String changed) {
        return new ServiceNavigation(
                changed,
                url,
                items,
                texts,
                navigationId,
                navigationClasses,
                collapse,
                end,
                endInline,
                attributes);
    }

    /// A copy with `url` replaced.
    public ServiceNavigation withUrl(@Nullable String changed) {
        return new ServiceNavigation(
                name,
                changed,
                items,
                texts,
                navigationId,
                navigationClasses,
                collapse,
                end,
                endInline,
                attributes);
    }

    /// A copy with `navigationId` replaced.
    public ServiceNavigation withNavigationId(String changed) {
        return new ServiceNavigation(
                name,
                url,
                items,
                texts,
                changed,
                navigationClasses,
                collapse,
                end,
                endInline,
                attributes);
    }

    /// A copy with `navigationClasses` replaced.
    public ServiceNavigation withNavigationClasses(String changed) {
        return new ServiceNavigation(
                name,
                url,
                items,
                texts,
                navigationId,
                changed,
                collapse,
                end,
                endInline,
                attributes);
    }

    /// A copy with `collapse` replaced.
    public ServiceNavigation withCollapse(@Nullable Boolean changed) {
        return new ServiceNavigation(
                name,
                url,
                items,
                texts,
                navigationId,
                navigationClasses,
                changed,
                end,
                endInline,
                attributes);
    }

    /// A copy with `end` replaced.
    public ServiceNavigation withEnd(@Nullable Content changed) {
        return new ServiceNavigation(
                name,
                url,
                items,
                texts,
                navigationId,
                navigationClasses,
                collapse,
                changed,
                endInline,
                attributes);
    }

    /// A copy with `endInline` replaced.
    public ServiceNavigation withEndInline(boolean changed) {
        return new ServiceNavigation(
                name,
                url,
                items,
                texts,
                navigationId,
                navigationClasses,
                collapse,
                end,
                changed,
                attributes);
    }

    @Override
    public ServiceNavigation withAttributes(Attributes changed) {
        return new ServiceNavigation(
                name,
                url,
                items,
                texts,
                navigationId,
                navigationClasses,
                collapse,
                end,
                endInline,
                changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteServiceNavigationGenerated.render(Component.escaping(output), null, this);
    }
}
