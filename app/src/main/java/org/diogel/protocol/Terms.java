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
public record Terms(
        Bilingual title,
        Bilingual aim,
        Bilingual kept,
        Set<SharingPurpose> purposes,
        LocalDate begins,
        LocalDate review,
        LocalDate lastDay) {

    /// The same in English and Welsh; what nobody has put into Welsh yet is empty in a draft.
    public record Bilingual(String en, String cy) {
        public String in(Lang lang) {
            return lang == Lang.CY && !cy.isEmpty() ? cy : en;
        }
    }
}
