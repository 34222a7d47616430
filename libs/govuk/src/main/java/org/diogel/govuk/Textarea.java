package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.diogel.govuk.templates.JteTextareaGenerated;
import org.jspecify.annotations.Nullable;

/// Several lines of text.
///
/// @param after below the control
public record Textarea(
        Field field,
        @Nullable String value,
        int rows,
        @Nullable Boolean spellcheck,
        @Nullable String autocomplete,
        boolean disabled,
        @Nullable Content after,
        Attributes attributes)
        implements FormControl<Textarea> {

    public static Textarea of(String name, Label label) {
        return new Textarea(
                Field.labelled(name, label), null, 5, null, null, false, null, Attributes.NONE);
    }

    public static Textarea of(String name, String label) {
        return of(name, Label.of(label));
    }

    /// The value as it must be printed: a browser drops one line break at the very beginning.
    public String printed() {
        return value == null
                ? ""
                : value.startsWith("\n") || value.startsWith("\r") ? "\n" + value : value;
    }

    /// `true`, `false`, or null when the browser decides.
    public @Nullable String spellchecked() {
        return spellcheck == null ? null : spellcheck.toString();
    }

    @Override
    public Textarea withField(Field changed) {
        return new Textarea(
                changed, value, rows, spellcheck, autocomplete, disabled, after, attributes);
    }

    /// A copy with `value` replaced.
    public Textarea withValue(@Nullable String changed) {
        return new Textarea(
                field, changed, rows, spellcheck, autocomplete, disabled, after, attributes);
    }

    /// A copy with `rows` replaced.
    public Textarea withRows(int changed) {
        return new Textarea(
                field, value, changed, spellcheck, autocomplete, disabled, after, attributes);
    }

    /// A copy with `spellcheck` replaced.
    public Textarea withSpellcheck(@Nullable Boolean changed) {
        return new Textarea(field, value, rows, changed, autocomplete, disabled, after, attributes);
    }

    /// A copy with `autocomplete` replaced.
    public Textarea withAutocomplete(@Nullable String changed) {
        return new Textarea(field, value, rows, spellcheck, changed, disabled, after, attributes);
    }

    /// A copy with `disabled` replaced.
    public Textarea withDisabled(boolean changed) {
        return new Textarea(
                field, value, rows, spellcheck, autocomplete, changed, after, attributes);
    }

    /// A copy with `after` replaced.
    public Textarea withAfter(@Nullable Content changed) {
        return new Textarea(
                field, value, rows, spellcheck, autocomplete, disabled, changed, attributes);
    }

    @Override
    public Textarea withAttributes(Attributes changed) {
        return new Textarea(field, value, rows, spellcheck, autocomplete, disabled, after, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteTextareaGenerated.render(Component.escaping(output), null, this);
    }
}
