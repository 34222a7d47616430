package org.diogel.govuk;

import gg.jte.TemplateOutput;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.diogel.govuk.templates.JteDateInputGenerated;
import org.jspecify.annotations.Nullable;

/// A date in parts, any of which may be unknown.
///
/// @param namePrefix before the name of each part, with a hyphen
public record DateInput(
        Field field, @Nullable String namePrefix, List<DatePart> parts, Attributes attributes)
        implements FormControl<DateInput> {

    public DateInput {
        parts = List.copyOf(parts);
    }

    /// Day, month and year in English, sent as `name-day`, `name-month` and `name-year`.
    public static DateInput of(String name, Legend legend) {
        List<DatePart> parts =
                List.of(
                        DatePart.of("day", "Day", 2),
                        DatePart.of("month", "Month", 2),
                        DatePart.of("year", "Year", 4));
        return new DateInput(Field.grouped(name, legend), name, parts, Attributes.NONE);
    }

    /// A copy with other words for its parts, in their order.
    public DateInput withLabels(String... labels) {
        return mapped((place, part) ->
                new DatePart(
                        part.name(),
                        labels[place],
                        part.id(),
                        part.value(),
                        part.error(),
                        part.width(),
                        part.inputmode(),
                        part.autocomplete(),
                        part.pattern(),
                        part.attributes()));
    }

    /// A copy with these values, as typed, in the order of its parts.
    public DateInput withValues(@Nullable String... values) {
        return mapped((place, part) -> part.withValue(values[place]));
    }

    /// A copy with only the parts of these names marked, when it is in error; none: all are.
    public DateInput withErrorIn(Set<String> names) {
        return mapped((place, part) -> part.withError(names.contains(part.name())));
    }

    private DateInput mapped(BiFunction<Integer, DatePart, DatePart> change) {
        List<DatePart> changed =
                IntStream.range(0, parts.size())
                        .mapToObj(place -> change.apply(place, parts.get(place)))
                        .toList();
        return new DateInput(field, namePrefix, changed, attributes);
    }

    /// The lines of text it is made of.
    public List<Input> inputs() {
        boolean all = field.error() != null && parts.stream().noneMatch(DatePart::error);
        return parts.stream().map(part -> input(part, all || part.error())).toList();
    }

    private Input input(DatePart part, boolean marked) {
        String before = namePrefix == null ? "" : namePrefix + "-";
        String id = part.id() == null ? field.id() + "-" + part.name() : part.id();
        Attributes own =
                Attributes.ofClass("govuk-date-input__input")
                        .withClass(marked ? "govuk-input--error" : "")
                        .withClass(part.width() == 0 ? "" : "govuk-input--width-" + part.width());
        return Input.text(
                        before + part.name(),
                        Label.of(part.label()).withClass("govuk-date-input__label"))
                .withId(id)
                .withValue(part.value())
                .withInputmode(part.inputmode() == null ? "numeric" : part.inputmode())
                .withAutocomplete(part.autocomplete())
                .withPattern(part.pattern())
                .withAttributes(
                        own.withClass(String.join(" ", part.attributes().classes()))
                                .withAll(part.attributes().others()));
    }

    @Override
    public DateInput withField(Field changed) {
        return new DateInput(changed, namePrefix, parts, attributes);
    }

    /// A copy with `parts` replaced.
    public DateInput withParts(List<DatePart> changed) {
        return new DateInput(field, namePrefix, changed, attributes);
    }

    @Override
    public DateInput withAttributes(Attributes changed) {
        return new DateInput(field, namePrefix, parts, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteDateInputGenerated.render(Component.escaping(output), null, this);
    }
}
