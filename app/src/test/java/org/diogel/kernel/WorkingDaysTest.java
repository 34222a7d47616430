package org.diogel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, 2026-12-08", // a Friday: two weekends
        "2026-11-28, 2026-12-08", // a Saturday counts from Monday
        "2026-12-23, 2027-01-06", // Christmas, Boxing Day moved to Monday, New Year's Day
        "2026-04-01, 2026-04-14", // Good Friday and Easter Monday
        "2027-12-24, 2028-01-07", // Christmas on a Saturday and New Year's Day on a Saturday
        "2026-05-01, 2026-05-13", // early May
    })
    void sevenWorkingDaysSkipWeekendsAndBankHolidays(LocalDate from, LocalDate last) {
        assertThat(WorkingDays.after(from, 7)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"})
    void easterIsWhereTheTablesHaveIt(LocalDate easter) {
        assertThat(WorkingDays.easter(easter.getYear())).isEqualTo(easter);
    }
}
