package org.diogel.govuk;

import gg.jte.TemplateOutput;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Several lines of text with a limit, and how much of it is left.
///
/// @param maxLength in characters
/// @param maxWords in words
/// @param threshold in hundredths of the limit, from where on the count is shown
/// @param description the limit in words, with `%{count}`; null for English
/// @param texts what the counter says, by key and plural rule, such as
///   `characters-under-limit.other`
public record CharacterCount(
        Field field,
        @Nullable String value,
        int rows,
        @Nullable Boolean spellcheck,
        @Nullable Integer maxLength,
        @Nullable Integer maxWords,
        @Nullable Integer threshold,
        @Nullable String countType,
        @Nullable String description,
        Map<String, String> texts,
        String messageClasses,
        Attributes attributes)
        implements FormControl<CharacterCount> {

    public CharacterCount {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    public static CharacterCount of(String name, Label label, int maxLength) {
        return new CharacterCount(
                Field.labelled(name, label),
                null,
                5,
                null,
                maxLength,
                null,
                null,
                null,
                null,
                Map.of(),
                "",
                Attributes.NONE);
    }

    /// The text control it is made of.
    Textarea textarea() {
        Attributes group = Attributes.NONE.with("data-module", "govuk-character-count");
        group = given(group, "data-maxlength", maxLength);
        group = given(group, "data-maxwords", maxWords);
        group = given(group, "data-threshold", threshold);
        group = given(group, "data-count-type", kind());
        if (limit() == null) {
            group = given(group, "data-i18n.textarea-description.other", description);
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            group = group.with("data-i18n." + text.getKey(), text.getValue());
        }
        group =
                group.withClass("govuk-character-count")
                        .withClass(String.join(" ", field.group().classes()));
        String info = field.id() + "-info";
        Hint message =
                Hint.of(described())
                        .withId(info)
                        .withClass("govuk-character-count__message")
                        .withClass(messageClasses);
        return new Textarea(
                field.withGroup(group)
                        .withDescribedBy(
                                field.describedBy() == null
                                        ? info
                                        : field.describedBy() + " " + info),
                value,
                rows,
                spellcheck,
                null,
                false,
                message,
                Attributes.ofClass("govuk-js-character-count")
                        .withClass(String.join(" ", attributes.classes()))
                        .withAll(attributes.others()));
    }

    private @Nullable Integer limit() {
        return maxWords != null ? maxWords : maxLength;
    }

    private @Nullable String kind() {
        return countType != null ? countType : maxWords != null ? "words" : null;
    }

    private String described() {
        Integer limit = limit();
        if (limit == null) {
            return "";
        }
        String words =
                description != null
                        ? description
                        : "You can enter up to %{count} "
                                + ("words".equals(kind()) ? "words" : "characters");
        return words.replace("%{count}", limit.toString());
    }

    private static Attributes given(Attributes group, String name, @Nullable Object value) {
        return value == null ? group : group.with(name, value.toString());
    }

    @Override
    public void writeTo(TemplateOutput output) {
        textarea().writeTo(output);
    }

    @Override
    public CharacterCount withField(Field changed) {
        return new CharacterCount(
                changed,
                value,
                rows,
                spellcheck,
                maxLength,
                maxWords,
                threshold,
                countType,
                description,
                texts,
                messageClasses,
                attributes);
    }

    /// A copy with `value` replaced.
    public CharacterCount withValue(@Nullable String changed) {
        return new CharacterCount(
                field,
                changed,
                rows,
                spellcheck,
                maxLength,
                maxWords,
                threshold,
                countType,
                description,
                texts,
                messageClasses,
                attributes);
    }

    /// A copy with `rows` replaced.
    public CharacterCount withRows(int changed) {
        return new CharacterCount(
                field,
                value,
                changed,
                spellcheck,
                maxLength,
                maxWords,
                threshold,
                countType,
                description,
                texts,
                messageClasses,
                attributes);
    }

    /// A copy with `spellcheck` replaced.
    public CharacterCount withSpellcheck(@Nullable Boolean changed) {
        return new CharacterCount(
                field,
                value,
                rows,
                changed,
                maxLength,
                maxWords,
                threshold,
                countType,
                description,
                texts,
                messageClasses,
                attributes);
    }

    /// A copy with `maxLength` replaced.
    public CharacterCount withMaxLength(@Nullable Integer changed) {
        return new CharacterCount(
                field,
                value,
                rows,
                spellcheck,
                changed,
                maxWords,
                threshold,
                countType,
                description,
                texts,
                messageClasses,
                attributes);
    }

    /// A copy with `maxWords` replaced.
    public CharacterCount withMaxWords(@Nullable Integer changed) {
        return new CharacterCount(
                field,
                value,
                rows,
                spellcheck,
                maxLength,
                changed,
                threshold,
                countType,
                description,
                texts,
                messageClasses,
                attributes);
    }

    /// A copy with `threshold` replaced.
    public CharacterCount withThreshold(@Nullable Integer changed) {
        return new CharacterCount(
                field,
                value,
                rows,
                spellcheck,
                maxLength,
                maxWords,
                changed,
                countType,
                description,
                texts,
                messageClasses,
                attributes);
    }

    /// A copy with `countType` replaced.
    public CharacterCount withCountType(@Nullable String changed) {
        return new CharacterCount(
                field,
                value,
                rows,
                spellcheck,
                maxLength,
                maxWords,
                threshold,
                changed,
                description,
                texts,
                messageClasses,
                attributes);
    }

    /// A copy with `description` replaced.
    public CharacterCount withDescription(@Nullable String changed) {
        return new CharacterCount(
                field,
                value,
                rows,
                spellcheck,
                maxLength,
                maxWords,
                threshold,
                countType,
                changed,
                texts,
                messageClasses,
                attributes);
    }

    /// A copy with `texts` replaced.
    public CharacterCount withTexts(Map<String, String> changed) {
        return new CharacterCount(
                field,
                value,
                rows,
                spellcheck,
                maxLength,
                maxWords,
                threshold,
                countType,
                description,
                changed,
                messageClasses,
                attributes);
    }

    /// A copy with `messageClasses` replaced.
    public CharacterCount withMessageClasses(String changed) {
        return new CharacterCount(
                field,
                value,
                rows,
                spellcheck,
                maxLength,
                maxWords,
                threshold,
                countType,
                description,
                texts,
                changed,
                attributes);
    }

    @Override
    public CharacterCount withAttributes(Attributes changed) {
        return new CharacterCount(
                field,
                value,
                rows,
                spellcheck,
                maxLength,
                maxWords,
                threshold,
                countType,
                description,
                texts,
                messageClasses,
                changed);
    }
}
