package org.diogel.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One calendar month, to the day.
class MonthTest {

    @ParameterizedTest
    @CsvSource({
        // The same day of the next month.
        "2026-09-03, 2026-10-05", // the 3rd is a Saturday
        "2026-09-07, 2026-10-07",
        // The last day where there is none such.
        "2026-01-31, 2026-03-02", // 28 February is a Saturday
        "2025-01-31, 2025-02-28",
        "2028-01-30, 2028-02-29",
        "2026-10-31, 2026-11-30",
        // Bank holidays: Christmas on a Friday, Boxing Day on a Saturday.
        "2026-11-25, 2026-12-29",
        "2027-11-25, 2027-12-29", // Saturday and Sunday, moved to Monday and Tuesday
        "2021-11-27, 2021-12-29",
        "2022-11-25, 2022-12-28", // Christmas on a Sunday, moved to Tuesday
        "2026-12-01, 2027-01-04", // New Year's Day on a Friday
        "2027-12-01, 2028-01-04", // and on a Saturday, moved to Monday
        "2026-03-03, 2026-04-07", // Good Friday to Easter Monday
        "2026-04-04, 2026-05-05", // early May
        "2026-04-25, 2026-05-26", // spring
        "2026-07-31, 2026-09-01", // summer
    })
    void endsOnTheSameDayOfTheNextMonthOrTheNextWorkingDay(LocalDate from, LocalDate due) {
        assertThat(Month.due(from, false)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"2026-09-07, 2026-12-07", "2025-11-30, 2026-03-02"})
    void twoMonthsMoreWhereItIsExtended(LocalDate from, LocalDate due) {
        assertThat(Month.due(from, true)).isEqualTo(due);
    }
}
