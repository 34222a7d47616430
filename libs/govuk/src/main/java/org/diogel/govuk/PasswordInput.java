package org.diogel.govuk;

import gg.jte.TemplateOutput;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A password, which can be looked at before it is sent.
///
/// @param autocomplete `current-password` or `new-password`
public record PasswordInput(
        Field field,
        @Nullable String value,
        String autocomplete,
        boolean disabled,
        Texts texts,
        Attributes attributes)
        implements FormControl<PasswordInput> {

    /// The words of the button that shows the password; null for the English of GOV.UK Frontend.
    public record Texts(
            @Nullable String show,
            @Nullable String hide,
            @Nullable String showLabel,
            @Nullable String hideLabel,
            @Nullable String shown,
            @Nullable String hidden) {

        public static final Texts ENGLISH = new Texts(null, null, null, null, null, null);
    }

    public static PasswordInput of(String name, Label label) {
        return new PasswordInput(
                Field.labelled(name, label),
                null,
                "current-password",
                false,
                Texts.ENGLISH,
                Attributes.NONE);
    }

    public static PasswordInput of(String name, String label) {
        return of(name, Label.of(label));
    }

    /// For a password being chosen.
    public PasswordInput forNewPassword() {
        return withAutocomplete("new-password");
    }

    /// The line of text and the button it is made of.
    Input input() {
        Attributes group = Attributes.NONE.with("data-module", "govuk-password-input");
        group = said(group, "show-password", texts.show());
        group = said(group, "hide-password", texts.hide());
        group = said(group, "show-password-aria-label", texts.showLabel());
        group = said(group, "hide-password-aria-label", texts.hideLabel());
        group = said(group, "password-shown-announcement", texts.shown());
        group = said(group, "password-hidden-announcement", texts.hidden());
        group =
                group.withClass("govuk-password-input")
                        .withClass(String.join(" ", field.group().classes()));
        return new Input(
                field.withGroup(group),
                "password",
                value,
                null,
                autocomplete,
                false,
                "none",
                null,
                disabled,
                null,
                null,
                toggle(),
                "govuk-password-input__wrapper",
                new Attributes(
                                List.of(
                                        "govuk-password-input__input",
                                        "govuk-js-password-input-input"),
                                attributes.others())
                        .withClass(String.join(" ", attributes.classes())));
    }

    private Button toggle() {
        return new Button(Objects.requireNonNullElse(texts.show(), "Show"))
                .withType("button")
                .withAttributes(
                        Attributes.ofClass(
                                        "govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle")
                                .with("aria-controls", field.id())
                                .with(
                                        "aria-label",
                                        Objects.requireNonNullElse(
                                                texts.showLabel(), "Show password"))
                                .with("hidden", ""));
    }

    private static Attributes said(Attributes group, String key, @Nullable String text) {
        return text == null ? group : group.with("data-i18n." + key, text);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        input().writeTo(output);
    }

    @Override
    public PasswordInput withField(Field changed) {
        return new PasswordInput(changed, value, autocomplete, disabled, texts, attributes);
    }

    /// A copy with `value` replaced.
    public PasswordInput withValue(@Nullable String changed) {
        return new PasswordInput(field, changed, autocomplete, disabled, texts, attributes);
    }

    /// A copy with `autocomplete` replaced.
    public PasswordInput withAutocomplete(String changed) {
        return new PasswordInput(field, value, changed, disabled, texts, attributes);
    }

    /// A copy with `disabled` replaced.
    public PasswordInput withDisabled(boolean changed) {
        return new PasswordInput(field, value, autocomplete, changed, texts, attributes);
    }

    /// A copy with `texts` replaced.
    public PasswordInput withTexts(Texts changed) {
        return new PasswordInput(field, value, autocomplete, disabled, changed, attributes);
    }

    @Override
    public PasswordInput withAttributes(Attributes changed) {
        return new PasswordInput(field, value, autocomplete, disabled, texts, changed);
    }
}
