package org.diogel.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;

/// Days on which councils and courts work: not Saturdays, Sundays or bank holidays of England and
/// Wales.
public final class WorkingDays {

    private static final MonthDay CHRISTMAS = MonthDay.of(12, 25);

    private WorkingDays() {}

    /// The last of so many working days after a day, which does not count itself.
    public static LocalDate after(LocalDate day, int days) {
        LocalDate last = day;
        for (int left = days; left > 0; ) {
            last = last.plusDays(1);
            if (!isOff(last)) {
                left--;
            }
        }
        return last;
    }

    public static boolean isOff(LocalDate day) {
        return isWeekend(day) || isBankHoliday(day);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /// The regular ones; one that is proclaimed once only gives a day more, which nobody has to take.
    private static boolean isBankHoliday(LocalDate day) {
        int year = day.getYear();
        LocalDate easter = easter(year);
        LocalDate christmas = CHRISTMAS.atYear(year);
        return day.equals(moved(LocalDate.of(year, 1, 1)))
                || day.equals(easter.minusDays(2))
                || day.equals(easter.plusDays(1))
                || day.equals(first(year, 5))
                || day.equals(last(year, 5))
                || day.equals(last(year, 8))
                || day.equals(movedByTwo(christmas))
                || day.equals(movedByTwo(christmas.plusDays(1)));
    }

    private static LocalDate moved(LocalDate day) {
        return isWeekend(day) ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
    }

    /// Christmas and Boxing Day move by two days off a weekend, so that they never meet.
    private static LocalDate movedByTwo(LocalDate day) {
        return isWeekend(day) ? day.plusDays(2) : day;
    }

    private static LocalDate first(int year, int month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
    }

    private static LocalDate last(int year, int month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
    }

    /// Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int month = (h + l - 7 * m + 114) / 31;
        int day = (h + l - 7 * m + 114) % 31 + 1;
        return LocalDate.of(year, month, day);
    }
}
