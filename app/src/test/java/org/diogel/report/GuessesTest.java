package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.diogel.web.TooMany;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private final Guesses guesses =
            new Guesses(Clock.fixed(Instant.parse("2026-03-27T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void ofTenThousandGuessesFromOnePlaceAtMostTwentyAreHeard() {
        assertThat(heard("203.0.113.7")).isLessThanOrEqualTo(20);
    }

    @Test
    void oneHouseholdIsOnePlaceHoweverManyAddressesItHas() {
        int heard = 0;
        for (int i = 0; i < 1_000; i++) {
            heard += once("2001:db8:1:2:0:0:0:" + Integer.toHexString(i));
        }
        assertThat(heard).isLessThanOrEqualTo(20);
    }

    @Test
    void manyPlacesTogetherMeetTheCommonBudget() {
        int heard = 0;
        for (int i = 0; i < 30_000; i++) {
            heard += once("10." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256);
        }
        assertThat(heard).isLessThanOrEqualTo(2_000);
    }

    @Test
    void whoeverKnowsTheCodeNeverMeetsIt() {
        for (int i = 0; i < 1_000; i++) {
            guesses.spendCode("203.0.113.8");
            guesses.codeWasRight("203.0.113.8");
        }
    }

    @Test
    void secondSecretsAreSlowedPerReport() {
        ReportId report = ReportId.random();
        for (int i = 0; i < 5; i++) {
            guesses.spendSecond(report, "203.0.113.9");
        }
        assertThatThrownBy(() -> guesses.spendSecond(report, "203.0.113.9"))
                .isInstanceOfSatisfying(
                        TooMany.class, many -> assertThat(many.seconds()).isBetween(1L, 200L));
        guesses.spendSecond(ReportId.random(), "203.0.113.9");
    }

    private int heard(String address) {
        int heard = 0;
        for (int i = 0; i < 10_000; i++) {
            heard += once(address);
        }
        return heard;
    }

    private int once(String address) {
        try {
            guesses.spendCode(address);
            return 1;
        } catch (TooMany tooMany) {
            return 0;
        }
    }
}
