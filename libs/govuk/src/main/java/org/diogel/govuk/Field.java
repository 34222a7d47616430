package org.diogel.govuk;

import gg.jte.Content;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What every control of a form has: its name, its question, and what is said about it.
///
/// @param name sent with the form
/// @param id of the control, or of the first of a group
/// @param label the question of one control
/// @param fieldset the question of a group; its body is not used
/// @param describedBy ids of what else explains it, separated by spaces
/// @param group of the element around question and control
public record Field(
        String name,
        String id,
        @Nullable Label label,
        @Nullable Fieldset fieldset,
        @Nullable Hint hint,
        @Nullable ErrorMessage error,
        @Nullable String describedBy,
        Attributes group) {

    /// One control under a label; its id is its name.
    public static Field labelled(String name, Label label) {
        return new Field(name, name, label, null, null, null, null, Attributes.NONE);
    }

    /// A group of controls under a legend; the id of the first is the name.
    public static Field grouped(String name, Legend legend) {
        return new Field(name, name, null, Fieldset.of(legend), null, null, null, Attributes.NONE);
    }

    /// The label, bound to the control.
    public @Nullable Label boundLabel() {
        return label == null ? null : label.withTarget(id);
    }

    /// The hint under its own id.
    public @Nullable Hint boundHint() {
        return hint == null ? null : hint.withId(id + "-hint");
    }

    /// The error under its own id.
    public @Nullable ErrorMessage boundError() {
        return error == null ? null : error.withId(id + "-error");
    }

    /// Ids of everything that explains it, in the order it is to be heard, or null for nothing.
    public @Nullable String explainedBy() {
        return Stream.of(
                        Optional.ofNullable(fieldset == null ? describedBy : groupDescribedBy()),
                        Optional.ofNullable(hint).map(shown -> id + "-hint"),
                        Optional.ofNullable(error).map(shown -> id + "-error"))
                .flatMap(Optional::stream)
                .filter(ids -> !ids.isEmpty())
                .reduce((first, second) -> first + " " + second)
                .orElse(null);
    }

    private @Nullable String groupDescribedBy() {
        String ofGroup = fieldset == null ? null : fieldset.describedBy();
        return ofGroup == null || ofGroup.isEmpty() ? describedBy : ofGroup;
    }

    /// The classes of the element around it, after its own.
    public String groupClasses() {
        return (error == null ? "" : " govuk-form-group--error") + group.moreClasses();
    }

    /// The class ` name` when there is an error, to stand after a control's own class.
    public String whenError(String name) {
        return error == null ? "" : " " + name;
    }

    /// The inner mark-up in its fieldset, if it has one.
    public Content around(Content inner, @Nullable String role) {
        return fieldset == null
                ? inner
                : fieldset.withDescribedBy(explainedBy()).withRole(role).withBody(inner);
    }

    /// A copy with `id` replaced.
    public Field withId(String changed) {
        return new Field(name, changed, label, fieldset, hint, error, describedBy, group);
    }

    /// A copy with `label` replaced.
    public Field withLabel(@Nullable Label changed) {
        return new Field(name, id, changed, fieldset, hint, error, describedBy, group);
    }

    /// A copy with `fieldset` replaced.
    public Field withFieldset(@Nullable Fieldset changed) {
        return new Field(name, id, label, changed, hint, error, describedBy, group);
    }

    /// A copy with `hint` replaced.
    public Field withHint(@Nullable Hint changed) {
        return new Field(name, id, label, fieldset, changed, error, describedBy, group);
    }

    /// A copy with `error` replaced.
    public Field withError(@Nullable ErrorMessage changed) {
        return new Field(name, id, label, fieldset, hint, changed, describedBy, group);
    }

    /// A copy with `describedBy` replaced.
    public Field withDescribedBy(@Nullable String changed) {
        return new Field(name, id, label, fieldset, hint, error, changed, group);
    }

    /// A copy with `group` replaced.
    public Field withGroup(Attributes changed) {
        return new Field(name, id, label, fieldset, hint, error, describedBy, changed);
    }
}
