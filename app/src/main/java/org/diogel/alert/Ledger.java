package org.diogel.alert;

import java.time.Instant;
import java.util.List;
import org.diogel.consent.Disclosure;
import org.diogel.figures.Figure;
import org.jspecify.annotations.Nullable;

/// How a warning reached whom, counted: nobody is named to a desk that may not know her.
///
/// @param news messages that there is something new
/// @param ends messages that it no longer counts
/// @param opened members who read it on their page
/// @param lastOpened when one read it first last; null while that says something about one of few
/// @param others what went to the police or another body of the report it was drawn from
public record Ledger(
        List<Line> news,
        List<Line> ends,
        Figure opened,
        @Nullable Instant lastOpened,
        List<Disclosure> others) {

    static final Ledger EMPTY =
            new Ledger(
                    List.of(), List.of(), org.diogel.figures.Figures.listed(0), null, List.of());

    /// Outcomes in the order of the columns; message keys `alert.ledger.<outcome>`.
    public static final List<String> OUTCOMES =
            List.of("arrived", "handed", "failed", "waiting", "stopped", "parked");

    /// @param way `mail`, `text`, or `page` for whoever wanted nothing sent
    /// @param counts one for each of [#OUTCOMES]
    /// @param last when the last one went; null for none, or where so few went that a time says
    ///     something about one of them
    public record Line(String way, List<Figure> counts, @Nullable Instant last) {}

    public List<String> outcomes() {
        return OUTCOMES;
    }
}
