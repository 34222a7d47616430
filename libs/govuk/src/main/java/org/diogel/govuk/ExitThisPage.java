package org.diogel.govuk;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.diogel.govuk.templates.JteExitThisPageGenerated;
import org.jspecify.annotations.Nullable;

/// The button that leaves for a harmless page at once. Pressing Shift three times does the same.
///
/// @param redirectUrl where it leads
/// @param texts what a screen reader hears while it works; null for the English of GOV.UK Frontend
public record ExitThisPage(
        String redirectUrl,
        Content text,
        @Nullable String id,
        @Nullable Texts texts,
        Attributes attributes)
        implements Component<ExitThisPage> {

    /// What a screen reader hears while the page is being left.
    public record Texts(
            @Nullable String activated,
            @Nullable String timedOut,
            @Nullable String pressTwoMoreTimes,
            @Nullable String pressOneMoreTime) {}

    /// The button with a word before it for those who listen.
    ///
    /// @param emergency said before the text by a screen reader, such as `Emergency`
    public static ExitThisPage of(String redirectUrl, String emergency, String text) {
        Content words =
                output -> {
                    output.writeContent("<span class=\"govuk-visually-hidden\">");
                    Text.of(emergency).writeTo(output);
                    output.writeContent("</span> ");
                    Text.of(text).writeTo(output);
                };
        return new ExitThisPage(redirectUrl, words, null, null, Attributes.NONE);
    }

    /// The button itself.
    public Button button() {
        return new Button("")
                .withText(text)
                .withHref(redirectUrl)
                .withAttributes(
                        Attributes.ofClass(
                                        "govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button")
                                .with("rel", "nofollow noreferrer"));
    }

    /// A copy with `id` replaced.
    public ExitThisPage withId(@Nullable String changed) {
        return new ExitThisPage(redirectUrl, text, changed, texts, attributes);
    }

    /// A copy with `texts` replaced.
    public ExitThisPage withTexts(@Nullable Texts changed) {
        return new ExitThisPage(redirectUrl, text, id, changed, attributes);
    }

    @Override
    public ExitThisPage withAttributes(Attributes changed) {
        return new ExitThisPage(redirectUrl, text, id, texts, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteExitThisPageGenerated.render(Component.escaping(output), null, this);
    }
}
