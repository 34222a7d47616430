package org.diogel.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// One choice of [Radios] or [Checkboxes].
///
/// @param id null: made from the group and the place in it
/// @param name another than the group's; only of a checkbox
/// @param conditional shown only while it is chosen, or always without JavaScript
/// @param exclusive chosen, the others are not; only of a checkbox
/// @param checked whatever the group says
/// @param attributes of the control
public record Choice(
        String value,
        Content text,
        @Nullable String id,
        @Nullable String name,
        @Nullable Hint hint,
        @Nullable Content conditional,
        boolean disabled,
        boolean exclusive,
        boolean checked,
        Attributes attributes)
        implements ListedChoice {

    public static Choice of(String value, String text) {
        return of(value, Text.of(text));
    }

    public static Choice of(String value, Content text) {
        return new Choice(
                value, text, null, null, null, null, false, false, false, Attributes.NONE);
    }

    public Choice withHint(String words) {
        return withHint(Hint.of(words));
    }

    /// Asked for only while this is chosen.
    public Choice revealing(Content question) {
        return withConditional(question);
    }

    /// Chosen, the others are not: "None of these", "I would rather not say".
    public Choice alone() {
        return withExclusive(true);
    }

    /// A copy with `id` replaced.
    public Choice withId(@Nullable String changed) {
        return new Choice(
                value,
                text,
                changed,
                name,
                hint,
                conditional,
                disabled,
                exclusive,
                checked,
                attributes);
    }

    /// A copy with `name` replaced.
    public Choice withName(@Nullable String changed) {
        return new Choice(
                value,
                text,
                id,
                changed,
                hint,
                conditional,
                disabled,
                exclusive,
                checked,
                attributes);
    }

    /// A copy with `hint` replaced.
    public Choice withHint(@Nullable Hint changed) {
        return new Choice(
                value,
                text,
                id,
                name,
                changed,
                conditional,
                disabled,
                exclusive,
                checked,
                attributes);
    }

    /// A copy with `conditional` replaced.
    public Choice withConditional(@Nullable Content changed) {
        return new Choice(
                value, text, id, name, hint, changed, disabled, exclusive, checked, attributes);
    }

    /// A copy with `disabled` replaced.
    public Choice withDisabled(boolean changed) {
        return new Choice(
                value, text, id, name, hint, conditional, changed, exclusive, checked, attributes);
    }

    /// A copy with `exclusive` replaced.
    public Choice withExclusive(boolean changed) {
        return new Choice(
                value, text, id, name, hint, conditional, disabled, changed, checked, attributes);
    }

    /// A copy with `checked` replaced.
    public Choice withChecked(boolean changed) {
        return new Choice(
                value, text, id, name, hint, conditional, disabled, exclusive, changed, attributes);
    }

    /// A copy with `attributes` replaced.
    public Choice withAttributes(Attributes changed) {
        return new Choice(
                value, text, id, name, hint, conditional, disabled, exclusive, checked, changed);
    }
}
