package org.diogel.contest;

import java.time.LocalDate;
import org.diogel.kernel.WorkingDays;

/// The time there is to answer, Article 12(3) of the UK GDPR: until the same day of the next month, or
/// its last day where it has none such; where that is a Saturday, a Sunday or a bank holiday of England
/// and Wales, until the next working day. Two months more where it is extended.
public final class Month {

    private static final int MORE = 2;

    private Month() {}

    /// @param from the day it was received, or on which we knew who asks
    public static LocalDate due(LocalDate from, boolean extended) {
        LocalDate day = from.plusMonths(extended ? 1 + MORE : 1);
        while (WorkingDays.isOff(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
