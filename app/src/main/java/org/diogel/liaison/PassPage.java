package org.diogel.liaison;

import java.time.Instant;
import java.util.List;

/// Passing on one report.
///
/// @param treated how she says she was treated, where she let the desk read it
/// @param said `passed`, `notagreed` or empty
public record PassPage(
        Passing.Sheet sheet, List<Treatments.Told> treated, Instant now, String said) {

    public String path() {
        return "/queue/" + sheet.item().id() + "/passing";
    }
}
