package org.diogel.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// One place in [ServiceNavigation].
///
/// @param current the page the person is on
/// @param active the page the person is on lies below it
public record NavigationItem(
        Content text,
        @Nullable String href,
        boolean current,
        boolean active,
        Attributes attributes) {

    public static NavigationItem of(String href, String text) {
        return new NavigationItem(Text.of(text), href, false, false, Attributes.NONE);
    }

    public NavigationItem asCurrent(boolean isCurrent) {
        return new NavigationItem(text, href, isCurrent, active, attributes);
    }

    public NavigationItem asActive(boolean isActive) {
        return new NavigationItem(text, href, current, isActive, attributes);
    }

    /// Marked by more than a colour.
    public boolean marked() {
        return current || active;
    }

    /// `page`, `true`, or null when it is not marked.
    public @Nullable String ariaCurrent() {
        return current ? "page" : active ? "true" : null;
    }
}
