package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.diogel.govuk.templates.JteInputGenerated;
import org.jspecify.annotations.Nullable;

/// One line of text.
///
/// @param after beside the control
/// @param wrapperClasses of the element around control, prefix and suffix
public record Input(
        Field field,
        String type,
        @Nullable String value,
        @Nullable String inputmode,
        @Nullable String autocomplete,
        @Nullable Boolean spellcheck,
        @Nullable String autocapitalize,
        @Nullable String pattern,
        boolean disabled,
        @Nullable Content prefix,
        @Nullable Content suffix,
        @Nullable Content after,
        String wrapperClasses,
        Attributes attributes)
        implements FormControl<Input> {

    /// A line of text.
    public static Input text(String name, Label label) {
        return of(name, label, "text");
    }

    /// A line of text.
    public static Input text(String name, String label) {
        return text(name, Label.of(label));
    }

    /// A line of text of some kind.
    ///
    /// @param type of the HTML control: `text`, `email`, `tel`, `search`, `password`
    public static Input of(String name, Label label, String type) {
        return new Input(
                Field.labelled(name, label),
                type,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                "",
                Attributes.NONE);
    }

    /// As wide as so many characters: 2, 3, 4, 5, 10, 20 or 30.
    public Input withWidth(int characters) {
        return withClass("govuk-input--width-" + characters);
    }

    /// For whole numbers such as a code: digits on a telephone's keyboard, no arrows.
    public Input digits() {
        return withInputmode("numeric").withSpellcheck(false);
    }

    /// Whether the control has something beside it.
    public boolean wrapped() {
        return prefix != null || suffix != null || after != null;
    }

    /// The wrapper's further classes with a space before them.
    public String moreWrapperClasses() {
        return Attributes.ofClass(wrapperClasses).moreClasses();
    }

    /// `true`, `false`, or null when the browser decides.
    public @Nullable String spellchecked() {
        return spellcheck == null ? null : spellcheck.toString();
    }

    @Override
    public Input withField(Field changed) {
        return new Input(
                changed,
                type,
                value,
                inputmode,
                autocomplete,
                spellcheck,
                autocapitalize,
                pattern,
                disabled,
                prefix,
                suffix,
                after,
                wrapperClasses,
                attributes);
    }

    /// A copy with `value` replaced.
    public Input withValue(@Nullable String changed) {
        return new Input(
                field,
                type,
                changed,
                inputmode,
                autocomplete,
                spellcheck,
                autocapitalize,
                pattern,
                disabled,
                prefix,
                suffix,
                after,
                wrapperClasses,
                attributes);
    }

    /// A copy with `inputmode` replaced.
    public Input withInputmode(@Nullable String changed) {
        return new Input(
                field,
                type,
                value,
                changed,
                autocomplete,
                spellcheck,
                autocapitalize,
                pattern,
                disabled,
                prefix,
                suffix,
                after,
                wrapperClasses,
                attributes);
    }

    /// A copy with `autocomplete` replaced.
    public Input withAutocomplete(@Nullable String changed) {
        return new Input(
                field,
                type,
                value,
                inputmode,
                changed,
                spellcheck,
                autocapitalize,
                pattern,
                disabled,
                prefix,
                suffix,
                after,
                wrapperClasses,
                attributes);
    }

    /// A copy with `spellcheck` replaced.
    public Input withSpellcheck(@Nullable Boolean changed) {
        return new Input(
                field,
                type,
                value,
                inputmode,
                autocomplete,
                changed,
                autocapitalize,
                pattern,
                disabled,
                prefix,
                suffix,
                after,
                wrapperClasses,
                attributes);
    }

    /// A copy with `autocapitalize` replaced.
    public Input withAutocapitalize(@Nullable String changed) {
        return new Input(
                field,
                type,
                value,
                inputmode,
                autocomplete,
                spellcheck,
                changed,
                pattern,
                disabled,
                prefix,
                suffix,
                after,
                wrapperClasses,
                attributes);
    }

    /// A copy with `pattern` replaced.
    public Input withPattern(@Nullable String changed) {
        return new Input(
                field,
                type,
                value,
                inputmode,
                autocomplete,
                spellcheck,
                autocapitalize,
                changed,
                disabled,
                prefix,
                suffix,
                after,
                wrapperClasses,
                attributes);
    }

    /// A copy with `disabled` replaced.
    public Input withDisabled(boolean changed) {
        return new Input(
                field,
                type,
                value,
                inputmode,
                autocomplete,
                spellcheck,
                autocapitalize,
                pattern,
                changed,
                prefix,
                suffix,
                after,
                wrapperClasses,
                attributes);
    }

    /// A copy with `prefix` replaced.
    public Input withPrefix(@Nullable Content changed) {
        return new Input(
                field,
                type,
                value,
                inputmode,
                autocomplete,
                spellcheck,
                autocapitalize,
                pattern,
                disabled,
                changed,
                suffix,
                after,
                wrapperClasses,
                attributes);
    }

    /// A copy with `suffix` replaced.
    public Input withSuffix(@Nullable Content changed) {
        return new Input(
                field,
                type,
                value,
                inputmode,
                autocomplete,
                spellcheck,
                autocapitalize,
                pattern,
                disabled,
                prefix,
                changed,
                after,
                wrapperClasses,
                attributes);
    }

    /// A copy with `after` replaced.
    public Input withAfter(@Nullable Content changed) {
        return new Input(
                field,
                type,
                value,
                inputmode,
                autocomplete,
                spellcheck,
                autocapitalize,
                pattern,
                disabled,
                prefix,
                suffix,
                changed,
                wrapperClasses,
                attributes);
    }

    /// A copy with `wrapperClasses` replaced.
    public Input withWrapperClasses(String changed) {
        return new Input(
                field,
                type,
                value,
                inputmode,
                autocomplete,
                spellcheck,
                autocapitalize,
                pattern,
                disabled,
                prefix,
                suffix,
                after,
                changed,
                attributes);
    }

    @Override
    public Input withAttributes(Attributes changed) {
        return new Input(
                field,
                type,
                value,
                inputmode,
                autocomplete,
                spellcheck,
                autocapitalize,
                pattern,
                disabled,
                prefix,
                suffix,
                after,
                wrapperClasses,
                changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteInputGenerated.render(Component.escaping(output), null, this);
    }
}
