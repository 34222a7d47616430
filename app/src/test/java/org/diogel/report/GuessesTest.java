package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.diogel.web.Form;
import org.diogel.web.TooMany;
import org.diogel.web.Visit;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private final Guesses guesses =
            new Guesses(
                    new ReportSettings(60, 3_000),
                    Clock.fixed(Instant.parse("2026-03-27T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void ofTenThousandGuessesFromOnePlaceAtMostTwentyAreHeard() {
        assertThat(heard("203.0.113.7")).isLessThanOrEqualTo(20);
    }

    @Test
    void oneHouseholdIsOnePlaceHoweverManyAddressesItHas() {
        int heard = 0;
        for (int i = 0; i < 1_000; i++) {
            heard += once("2001:db8:1:2:0:0:0:" + Integer.toHexString(i));
            heard += once("2001:db8:1:2::" + Integer.toHexString(i));
        }
        assertThat(heard).isLessThanOrEqualTo(20);
    }

    @Test
    void oneNetworkCannotSpendWhatEverybodyShares() {
        int heard = 0;
        for (int i = 0; i < 60_000; i++) {
            heard += once("2001:db8:7:" + Integer.toHexString(i) + "::1");
        }
        assertThat(heard).isLessThanOrEqualTo(200);
        assertThat(once("203.0.113.7")).isOne();
    }

    @Test
    void aRightCodeIsNeverRefusedForWhatOthersGuessElsewhere() {
        manyPlacesTogetherMeetTheCommonBudget();
        guesses.spendCode("203.0.113.8");
        guesses.codeWasRight("203.0.113.8");
    }

    @Test
    void reportsAreNotBegunWithoutEnd() {
        assertThat(begun("203.0.113.7", 1_000)).isEqualTo(60);
        int begun = 0;
        for (int i = 0; i < 5_000; i++) {
            begun += begun("2001:db8:7:" + Integer.toHexString(i) + "::1", 1);
        }
        assertThat(begun).as("one /48").isEqualTo(480);
        assertThat(begun("203.0.113.8", 30)).as("somebody else").isEqualTo(30);
        for (int i = 0; i < 5_000; i++) {
            begun += begun("10.1." + i / 256 + "." + i % 256, 1);
        }
        assertThat(begun).as("everywhere").isEqualTo(3_000 - 90);
    }

    @Test
    void thePageThatBeginsAsksFirst() {
        Guesses one =
                new Guesses(
                        new ReportSettings(1, 1),
                        Clock.fixed(Instant.parse("2026-03-27T12:00:00Z"), ZoneOffset.UTC));
        one.spendBeginning("203.0.113.7");
        TellController tell =
                new TellController(
                        null, null, null, null, null, one, java.util.List.of(), Clock.systemUTC());
        assertThatThrownBy(() -> tell.begin(new Visit(null, Form.empty(), "203.0.113.7"), null))
                .isInstanceOf(TooMany.class);
    }

    private int begun(String address, int tries) {
        int begun = 0;
        for (int i = 0; i < tries; i++) {
            try {
                guesses.spendBeginning(address);
                begun++;
            } catch (TooMany tooMany) {
                assertThat(tooMany.seconds()).isPositive();
            }
        }
        return begun;
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
            guesses.codeWasWrong(address);
            return 1;
        } catch (TooMany tooMany) {
            return 0;
        }
    }
}
