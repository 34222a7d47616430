package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Where something stands of which only the day is known.
class StatusLineTest {

    private static final Instant OPENED = Instant.parse("2026-06-15T19:40:00Z");

    @Test
    void theSameDayItStandsRightAfterWhatHadToComeFirst() {
        StatusLine line = StatusLine.ofDay(LocalDate.parse("2026-06-15"), OPENED, "some.key");
        assertThat(line.at()).isEqualTo(OPENED);
        assertThat(line.dayOnly()).isTrue();
        assertThat(line.datetime()).isEqualTo("2026-06-15");
    }

    /// The day is that of the clock on the wall: in summer it begins an hour before that of the world.
    @Test
    void onAnotherDayItStandsFirst() {
        StatusLine line = StatusLine.ofDay(LocalDate.parse("2026-06-16"), OPENED, "some.key");
        assertThat(line.at()).isEqualTo("2026-06-15T23:00:00Z");
        assertThat(line.datetime()).isEqualTo("2026-06-16");
    }
}
