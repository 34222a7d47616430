package org.diogel.govuk;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A choice with everything its place in the group decides; only for the templates.
///
/// @param block `govuk-radios` or `govuk-checkboxes`
/// @param divider the word of a divider, or null for a choice
/// @param describedBy ids of what explains it, or null
public record PrintedChoice(
        String block,
        @Nullable String divider,
        Choice choice,
        String id,
        String name,
        boolean checked,
        @Nullable String describedBy) {

    private static final Choice NONE = Choice.of("", "");

    /// The first id has no number, so that an error summary can lead to it.
    static List<PrintedChoice> of(
            String block,
            Field field,
            List<? extends ListedChoice> choices,
            Predicate<Choice> checked,
            @Nullable String describedBy) {
        List<PrintedChoice> printed = new ArrayList<>();
        for (ListedChoice listed : choices) {
            String id = field.id() + (printed.isEmpty() ? "" : "-" + (printed.size() + 1));
            printed.add(
                    switch (listed) {
                        case Divider(String text) ->
                                new PrintedChoice(block, text, NONE, id, "", false, null);
                        case Choice choice ->
                                of(block, field, choice, id, checked.test(choice), describedBy);
                    });
        }
        return printed;
    }

    private static PrintedChoice of(
            String block,
            Field field,
            Choice choice,
            String ownId,
            boolean checked,
            @Nullable String describedBy) {
        String id = choice.id() == null ? ownId : choice.id();
        String name = choice.name() == null ? field.name() : choice.name();
        String hintId = choice.hint() == null ? null : id + "-item-hint";
        String explained =
                describedBy == null
                        ? hintId
                        : hintId == null ? describedBy : describedBy + " " + hintId;
        return new PrintedChoice(block, null, choice, id, name, checked, explained);
    }

    /// The label of the control.
    public Label label() {
        return Label.of(choice.text()).withTarget(id).withClass(block + "__label");
    }

    /// The help, under its own id.
    public @Nullable Hint hint() {
        Hint hint = choice.hint();
        return hint == null
                ? null
                : hint.withId(id + "-item-hint")
                        .withAttributes(
                                Attributes.ofClass(block + "__hint")
                                        .withClass(String.join(" ", hint.attributes().classes()))
                                        .withAll(hint.attributes().others()));
    }

    /// What is asked while it is chosen.
    public @Nullable Content conditional() {
        return choice.conditional();
    }

    /// Id of what is asked while it is chosen, or null.
    public @Nullable String controls() {
        return choice.conditional() == null ? null : "conditional-" + id;
    }

    /// `exclusive`, or null.
    public @Nullable String behaviour() {
        return choice.exclusive() ? "exclusive" : null;
    }
}
