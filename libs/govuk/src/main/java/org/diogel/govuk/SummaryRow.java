package org.diogel.govuk;

import gg.jte.Content;
import java.util.List;

/// One question and answer of a [SummaryList].
///
/// @param classes further classes, separated by spaces
public record SummaryRow(Content key, Content value, List<SummaryAction> actions, String classes) {

    public SummaryRow {
        actions = List.copyOf(actions);
    }

    public static SummaryRow of(String key, String value, SummaryAction... actions) {
        return of(key, Text.of(value), actions);
    }

    public static SummaryRow of(String key, Content value, SummaryAction... actions) {
        return new SummaryRow(Text.of(key), value, List.of(actions), "");
    }

    /// The classes with a space before them, to stand after the row's own.
    public String moreClasses() {
        return Attributes.ofClass(classes).moreClasses();
    }
}
