package org.diogel.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.diogel.web.Form;
import org.jspecify.annotations.Nullable;

/// The day until which the police need a report kept, as somebody typed it.
///
/// @param end the end of that day in Europe/London; null for no longer
/// @param form as typed, with what has to be mended
record KeptUntil(@Nullable Instant end, Form form) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int MOST_YEARS = 10;

    static KeptUntil read(Form form, LocalDate today) {
        String day = form.text("until-day");
        String month = form.text("until-month");
        String year = form.text("until-year");
        if (day.isEmpty() && month.isEmpty() && year.isEmpty()) {
            return new KeptUntil(null, form);
        }
        try {
            LocalDate until =
                    LocalDate.of(
                            Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            if (until.isAfter(today) && until.isBefore(today.plusYears(MOST_YEARS))) {
                return new KeptUntil(until.plusDays(1).atStartOfDay(LONDON).toInstant(), form);
            }
        } catch (NumberFormatException | DateTimeException notADate) {
            // Answered like a day that cannot be.
        }
        return new KeptUntil(null, form.withError("until-day", "queue.keep.mend"));
    }
}
