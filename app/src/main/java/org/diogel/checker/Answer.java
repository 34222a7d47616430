package org.diogel.checker;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.diogel.alert.Card;

/// What a member is answered.
public sealed interface Answer {

    /// Nothing that can be looked up; no look was taken.
    record Unreadable() implements Answer {}

    /// No looks are left. @param again the day on which there are some again
    record Spent(LocalDate again, boolean isNew) implements Answer {}

    /// Nobody is answered today. @param again the day on which it goes on
    record Closed(LocalDate again) implements Answer {}

    /// @param matches empty: no warning was found, which does not mean safe
    /// @param more whether there are others that are not listed
    /// @param left looks that are left today
    /// @param mark stands for the question in a cookie of hers, so that reloading costs nothing
    record Looked(Asked asked, List<Match> matches, boolean more, int left, String mark)
            implements Answer {}

    /// @param sure whether it is the same number, address, plate or name; otherwise it may be
    ///     somebody else's
    /// @param why for a possible one, by which kinds it looks alike
    record Match(Card card, boolean sure, Set<Kind> why) {}
}
