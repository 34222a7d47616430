package org.diogel.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.diogel.web.Form;
import org.diogel.web.TypedDay;
import org.jspecify.annotations.Nullable;

/// The day until which the police need a report kept, as somebody typed it.
///
/// @param end the end of that day in Europe/London; null for no longer
/// @param form as typed, with what has to be mended
record KeptUntil(@Nullable Instant end, Form form) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int MOST_YEARS = 10;

    static KeptUntil read(Form form, LocalDate today) {
        if (TypedDay.isEmpty(form, "until")) {
            return new KeptUntil(null, form);
        }
        LocalDate until = TypedDay.read(form, "until").orElse(today);
        if (until.isAfter(today) && until.isBefore(today.plusYears(MOST_YEARS))) {
            return new KeptUntil(until.plusDays(1).atStartOfDay(LONDON).toInstant(), form);
        }
        return new KeptUntil(null, form.withError("until-day", "queue.keep.mend"));
    }
}
