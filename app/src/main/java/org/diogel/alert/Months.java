package org.diogel.alert;

import java.time.LocalDate;
import org.diogel.web.Page;

/// A month as it was told: `2026-03` or `2026`.
public final class Months {

    private Months() {}

    /// "March 2026", "Mawrth 2026", "2026".
    public static String text(Page page, String told) {
        if (!told.matches("\\d{4}-(0[1-9]|1[0-2])")) {
            return told;
        }
        String date = page.date(LocalDate.parse(told + "-01"));
        // "Sunday 1 March 2026" without its day.
        return date.substring(date.indexOf(" 1 ") + 3);
    }
}
