package org.diogel.govuk;

import gg.jte.Content;

/// The question of a group of controls.
///
/// @param pageHeading the question is the heading of the page
/// @param classes further classes, separated by spaces
public record Legend(Content text, boolean pageHeading, String classes) {

    public static Legend of(String text) {
        return new Legend(Text.of(text), false, "");
    }

    /// The only question of a page: large, and the page's heading.
    public static Legend heading(String text) {
        return new Legend(Text.of(text), true, "govuk-fieldset__legend--l");
    }

    /// Bold, one of a few questions on a page.
    public static Legend medium(String text) {
        return new Legend(Text.of(text), false, "govuk-fieldset__legend--m");
    }

    /// Bold, in the size of the text.
    public static Legend small(String text) {
        return new Legend(Text.of(text), false, "govuk-fieldset__legend--s");
    }

    /// The classes with a space before them, to stand after the legend's own.
    public String moreClasses() {
        return Attributes.ofClass(classes).moreClasses();
    }
}
