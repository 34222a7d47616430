package org.diogel.govuk;

import gg.jte.TemplateOutput;
import java.util.List;
import org.diogel.govuk.templates.JteSelectGenerated;
import org.jspecify.annotations.Nullable;

/// One of a list that drops down.
///
/// @param selected the value chosen
public record Select(
        Field field,
        List<Option> options,
        @Nullable String selected,
        boolean disabled,
        Attributes attributes)
        implements FormControl<Select> {

    public Select {
        options = List.copyOf(options);
    }

    public static Select of(String name, Label label, List<Option> options) {
        return new Select(Field.labelled(name, label), options, null, false, Attributes.NONE);
    }

    public Select selected(@Nullable String value) {
        return new Select(field, options, value, disabled, attributes);
    }

    public boolean isSelected(Option option) {
        return option.selected()
                || (selected != null
                        && !selected.isEmpty()
                        && option.effectiveValue().equals(selected));
    }

    @Override
    public Select withField(Field changed) {
        return new Select(changed, options, selected, disabled, attributes);
    }

    /// A copy with `disabled` replaced.
    public Select withDisabled(boolean changed) {
        return new Select(field, options, selected, changed, attributes);
    }

    @Override
    public Select withAttributes(Attributes changed) {
        return new Select(field, options, selected, disabled, changed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        JteSelectGenerated.render(Component.escaping(output), null, this);
    }
}
