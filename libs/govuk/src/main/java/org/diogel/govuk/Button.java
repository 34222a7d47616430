package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.diogel.govuk.templates.JteButtonGenerated;
import org.jspecify.annotations.Nullable;

/// A button, or a link that looks like one. A button submits its form unless told otherwise.
///
/// @param href makes it a link
/// @param type `submit`, `button` or `reset`
/// @param preventDoubleClick true: a second press within a second does nothing
/// @param start the large one with an arrow that begins a service
public record Button(
        Content text,
        @Nullable String href,
        String type,
        @Nullable String name,
        @Nullable String value,
        @Nullable String id,
        boolean disabled,
        @Nullable Boolean preventDoubleClick,
        boolean start,
        Attributes attributes)
        implements Component<Button> {

    public Button(String text) {
        this(Text.of(text), null, "submit", null, null, null, false, null, false, Attributes.NONE);
    }

    public static Button of(String text) {
        return new Button(text);
    }

    public static Button of(Content text) {
        return new Button("").withText(text);
    }

    /// A link that looks like a button.
    public static Button link(String href, String text) {
        return new Button(text).withHref(href);
    }

    public Button secondary() {
        return withClass("govuk-button--secondary");
    }

    public Button warning() {
        return withClass("govuk-button--warning");
    }

    public Button inverse() {
        return withClass("govuk-button--inverse");
    }

    /// What is sent when this button, of several, is pressed.
    public Button sending(String name, String value) {
        return new Button(
                text, href, type, name, value, id, disabled, preventDoubleClick, start, attributes);
    }

    /// A second press within a second does nothing (with JavaScript; the server must cope anyway).
    public Button once() {
        return withPreventDoubleClick(true);
    }

    /// Posts the form to another address than its own.
    public Button toAction(String action) {
        return withAttribute("formaction", action);
    }

    /// A copy with `text` replaced.
    public Button withText(Content changed) {
        return new Button(
                changed,
                href,
                type,
                name,
                value,
                id,
                disabled,
                preventDoubleClick,
                start,
                attributes);
    }

    /// A copy with `href` replaced.
    public Button withHref(@Nullable String changed) {
        return new Button(
                text,
                changed,
                type,
                name,
                value,
                id,
                disabled,
                preventDoubleClick,
                start,
                attributes);
    }

    /// A copy with `type` replaced.
    public Button withType(String changed) {
        return new Button(
                text,
                href,
                changed,
                name,
                value,
                id,
                disabled,
                preventDoubleClick,
                start,
                attributes);
    }

    /// A copy with `id` replaced.
    public Button withId(@Nullable String changed) {
        return new Button(
                text,
                href,
                type,
                name,
                value,
                changed,
                disabled,
                preventDoubleClick,
                start,
                attributes);
    }

    /// A copy with `disabled` replaced.
    public Button withDisabled(boolean changed) {
        return new Button(
                text, href, type, name, value, id, changed, preventDoubleClick, start, attributes);
    }

    /// A copy with `preventDoubleClick` replaced.
    public Button withPreventDoubleClick(@Nullable Boolean changed) {
        return new Button(text, href, type, name, value, id, disabled, changed, start, attributes);
    }

    /// A copy with `start` replaced.
    public Button withStart(boolean changed) {
        return new Button(
                text,
                href,
                type,
                name,
                value,
                id,
                disabled,
                preventDoubleClick,
                changed,
                attributes);
    }

    @Override
    public Button withAttributes(Attributes changed) {
        return new Button(
                text, href, type, name, value, id, disabled, preventDoubleClick, start, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteButtonGenerated.render(Component.escaping(output), null, this);
    }
}
