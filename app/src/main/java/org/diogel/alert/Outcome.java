package org.diogel.alert;

import java.util.List;
import org.diogel.kernel.Lang;

/// What became of an attempt to bring a warning further.
public sealed interface Outcome {

    /// It is done.
    record Done() implements Outcome {}

    /// Flags that have to be mended or answered first.
    record Flagged(List<Flag> open) implements Outcome {}

    /// Something is said in one language that is not said in this one.
    record LanguageMissing(Lang lang) implements Outcome {}

    /// It says nothing, or not where.
    record Empty() implements Outcome {}

    /// Whoever wrote or proposed it cannot be the second person.
    record SamePerson() implements Outcome {}

    /// One person's word let out a warning of this report before, and nobody has joined it.
    record AloneBefore() implements Outcome {}

    /// She does not agree, or no longer does; or her report waits for somebody.
    record NotAgreed() implements Outcome {}
}
