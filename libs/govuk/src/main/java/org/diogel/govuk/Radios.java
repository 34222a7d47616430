package org.diogel.govuk;

import gg.jte.TemplateOutput;
import java.util.List;
import org.diogel.govuk.templates.JteRadiosGenerated;
import org.jspecify.annotations.Nullable;

/// One of a few choices.
///
/// @param selected the value chosen
public record Radios(
        Field field,
        List<? extends ListedChoice> choices,
        @Nullable String selected,
        Attributes attributes)
        implements FormControl<Radios> {

    public Radios {
        choices = List.copyOf(choices);
    }

    public static Radios of(String name, Legend legend, List<? extends ListedChoice> choices) {
        return new Radios(Field.grouped(name, legend), choices, null, Attributes.NONE);
    }

    public static Radios of(String name, String legend, List<? extends ListedChoice> choices) {
        return of(name, Legend.of(legend), choices);
    }

    public Radios selected(@Nullable String value) {
        return new Radios(field, choices, value, attributes);
    }

    /// Side by side, for two short choices.
    public Radios inline() {
        return withClass("govuk-radios--inline");
    }

    /// The smaller kind, for staff.
    public Radios small() {
        return withClass("govuk-radios--small");
    }

    /// The choices as they are printed.
    public List<PrintedChoice> printed() {
        return PrintedChoice.of("govuk-radios", field, choices, this::isSelected, null);
    }

    private boolean isSelected(Choice choice) {
        return choice.checked()
                || (selected != null && !selected.isEmpty() && choice.value().equals(selected));
    }

    @Override
    public Radios withField(Field changed) {
        return new Radios(changed, choices, selected, attributes);
    }

    @Override
    public Radios withAttributes(Attributes changed) {
        return new Radios(field, choices, selected, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteRadiosGenerated.render(Component.escaping(output), null, this);
    }
}
