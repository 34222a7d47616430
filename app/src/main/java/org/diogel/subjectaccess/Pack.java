package org.diogel.subjectaccess;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A copy as it is handed over: what is given, and for everybody but somebody named by others what was
/// withheld and why. It is kept sealed, and pages, paper and data file are made from this alone.
///
/// @param kind of whom @param made when, in ISO form
/// @param withheld empty for somebody named by others: that something of another's is kept from them
///     would already say that others told
public record Pack(
        String reference,
        String kind,
        String made,
        List<Given> given,
        List<Withheld> withheld) {

    /// @param at in ISO form, or a month where that is all that is said
    public record Given(
            int number, String source, String whose, @Nullable String at, List<Line> lines, boolean part) {}

    /// @param text null where it was left out
    public record Line(String field, @Nullable String text) {}

    /// @param by the officer's name @param part whether the rest of it was given
    public record Withheld(
            int number, String source, String whose, String exemption, boolean part, String by, String at) {}

    @Override
    public String toString() {
        return "Pack[" + reference + "]";
    }
}
