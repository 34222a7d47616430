package org.diogel.govuk;

import gg.jte.TemplateOutput;
import java.util.List;
import java.util.Set;
import org.diogel.govuk.templates.JteCheckboxesGenerated;

/// Any of a few choices.
///
/// @param checked the values chosen
public record Checkboxes(
        Field field,
        List<? extends ListedChoice> choices,
        Set<String> checked,
        Attributes attributes)
        implements FormControl<Checkboxes> {

    public Checkboxes {
        choices = List.copyOf(choices);
        checked = Set.copyOf(checked);
    }

    public static Checkboxes of(String name, Legend legend, List<? extends ListedChoice> choices) {
        return new Checkboxes(Field.grouped(name, legend), choices, Set.of(), Attributes.NONE);
    }

    public static Checkboxes of(String name, String legend, List<? extends ListedChoice> choices) {
        return of(name, Legend.of(legend), choices);
    }

    /// One box that needs no question above it.
    public static Checkboxes single(String name, Choice choice) {
        Field field = new Field(name, name, null, null, null, null, null, Attributes.NONE);
        return new Checkboxes(field, List.of(choice), Set.of(), Attributes.NONE);
    }

    public Checkboxes checked(Set<String> values) {
        return new Checkboxes(field, choices, values, attributes);
    }

    /// The smaller kind, for staff.
    public Checkboxes small() {
        return withClass("govuk-checkboxes--small");
    }

    /// The choices as they are printed. Without a fieldset each is explained by the group's error.
    public List<PrintedChoice> printed() {
        String each = field.fieldset() == null ? field.explainedBy() : null;
        return PrintedChoice.of(
                "govuk-checkboxes",
                field,
                choices,
                choice -> choice.checked() || checked.contains(choice.value()),
                each);
    }

    @Override
    public Checkboxes withField(Field changed) {
        return new Checkboxes(changed, choices, checked, attributes);
    }

    @Override
    public Checkboxes withAttributes(Attributes changed) {
        return new Checkboxes(field, choices, checked, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteCheckboxesGenerated.render(Component.escaping(output), null, this);
    }
}
