package org.diogel.govuk;

/// One number, or a gap, in [Pagination].
///
/// @param number empty for a gap
/// @param label what a screen reader says, such as `Page 3`
public record PageItem(
        String number, String href, String label, boolean current, Attributes attributes) {

    public static PageItem of(int number, String href, String label) {
        return new PageItem(Integer.toString(number), href, label, false, Attributes.NONE);
    }

    /// A gap between numbers.
    public static PageItem gap() {
        return new PageItem("", "", "", false, Attributes.NONE);
    }

    /// The page the person is on.
    public PageItem asCurrent() {
        return new PageItem(number, href, label, true, attributes);
    }

    public boolean isGap() {
        return number.isEmpty();
    }
}
