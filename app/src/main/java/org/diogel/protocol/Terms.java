package org.diogel.protocol;

import java.time.LocalDate;
import java.util.Set;
import org.diogel.access.SharingPurpose;
import org.diogel.kernel.Lang;

/// What a protocol says.
///
/// @param aim why the parties share, and what good it does
/// @param kept how long each keeps what it was given, and what happens then
/// @param begins first day
/// @param review by when the parties look at it again
/// @param lastDay last day, Europe/London, not before it begins
/// @param levels what the parties promise each other about time
public record Terms(
        Bilingual title,
        Bilingual aim,
        Bilingual kept,
        Set<SharingPurpose> purposes,
        LocalDate begins,
        LocalDate review,
        LocalDate lastDay,
        Levels levels) {

    /// Service levels, in working days; 0 where nothing is promised.
    ///
    /// @param open what was passed on is opened within so many
    /// @param say something is said of what came of it within so many after that
    public record Levels(int open, int say) {
        public static final Levels NONE = new Levels(0, 0);

        /// The shorter of both promises.
        Levels and(Levels other) {
            return new Levels(shorter(open, other.open), shorter(say, other.say));
        }

        private static int shorter(int one, int other) {
            return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
        }
    }

    /// The same in English and Welsh; what nobody has put into Welsh yet is empty in a draft.
    public record Bilingual(String en, String cy) {
        public String in(Lang lang) {
            return lang == Lang.CY && !cy.isEmpty() ? cy : en;
        }
    }
}
