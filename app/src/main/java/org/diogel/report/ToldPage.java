package org.diogel.report;

import java.time.Instant;
import java.util.List;
import org.diogel.govuk.SummaryList;
import org.diogel.web.Texts;

/// What the second secret shows.
///
/// @param agreed what she agrees to now, in words
/// @param power whether the person who did it is a police officer or works with people: there are other
///     ways to be heard
/// @param saved whether she has just changed her choices
/// @param more whether those she chose could get something too that she added
/// @param gone what has gone and cannot be called back
/// @param stops what taking back stopped, in words
/// @param continues what goes on all the same, and under which duty, in words
public record ToldPage(
        List<SummaryList> sections,
        List<Added> additions,
        List<Agreed> agreed,
        List<Gone> gone,
        List<String> stops,
        List<String> continues,
        List<Look> looks,
        boolean power,
        boolean more,
        boolean saved) {

    /// @param also who gets it too, in words; empty for nobody
    /// @param answer what was done about something she says is wrong, in words; nothing for anything else
    public record Added(Addition addition, String also, List<String> answer) {}

    /// @param details which data, how she said so, until when
    public record Agreed(String what, List<String> details) {}

    /// @param dayOnly whether only the day is known
    /// @param what in words
    /// @param details which data, on which ground
    public record Gone(Instant at, boolean dayOnly, String what, List<String> details) {
        Gone(Instant at, String what) {
            this(at, false, what, List.of());
        }

        /// When, as exactly as it is known.
        public String when(Texts texts) {
            return dayOnly ? texts.date(at) : texts.dateTime(at);
        }
    }

    /// @param who agency and role, never a person's name
    public record Look(Instant at, String who, String what) {
        boolean isLike(Look other) {
            return who.equals(other.who) && what.equals(other.what);
        }
    }
}
