package org.diogel.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.OptionalLong;
import org.diogel.kernel.Crockford;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {
    private static final byte[] RFC = "12345678901234567890".getBytes(US_ASCII);

    /// RFC 6238, appendix B, SHA-1: the last six of eight digits.
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theVectorsOfTheStandardHold(long second, String code) {
        assertThat(OneTimeCodes.code(RFC, second / 30)).isEqualTo(code);
        assertThat(OneTimeCodes.step(RFC, code, Instant.ofEpochSecond(second), 0))
                .hasValue(second / 30);
    }

    @Test
    void oneStepEarlyOrLateIsAcceptedTwoAreNot() {
        Instant now = Instant.ofEpochSecond(3_000_000);
        long step = 100_000;
        for (long off = -3; off <= 3; off++) {
            OptionalLong accepted =
                    OneTimeCodes.step(RFC, OneTimeCodes.code(RFC, step + off), now, 0);
            assertThat(accepted.isPresent()).isEqualTo(Math.abs(off) <= 1);
        }
    }

    @Test
    void aStepThatWasAcceptedAndAnyBeforeItAreRefused() {
        Instant now = Instant.ofEpochSecond(3_000_000);
        String code = OneTimeCodes.code(RFC, 100_000);
        assertThat(OneTimeCodes.step(RFC, code, now, 99_999)).hasValue(100_000);
        assertThat(OneTimeCodes.step(RFC, code, now, 100_000)).isEmpty();
        assertThat(OneTimeCodes.step(RFC, OneTimeCodes.code(RFC, 99_999), now, 100_000)).isEmpty();
    }

    @Test
    void spacesDoNotMatterAndRubbishIsRefused() {
        Instant now = Instant.ofEpochSecond(59);
        assertThat(OneTimeCodes.step(RFC, " 287 082 ", now, 0)).isPresent();
        for (String typed : new String[] {"", "28708", "2870822", "abcdef", "٢٨٧٠٨٢", "\u0000"}) {
            assertThat(OneTimeCodes.step(RFC, typed, now, 0)).isEmpty();
        }
    }

    @Test
    void secretsAreWrittenInBase32AndReadBack() {
        assertThat(Letters.base32("foobar".getBytes(US_ASCII))).isEqualTo("MZXW6YTBOI");
        for (int i = 0; i < 50; i++) {
            byte[] secret = OneTimeCodes.newSecret();
            assertThat(Letters.base32(secret)).hasSize(32);
            assertThat(Letters.fromBase32(Letters.base32(secret))).isEqualTo(secret);
        }
        assertThat(Base64.getEncoder().encodeToString(OneTimeCodes.newSecret()))
                .isNotEqualTo(Base64.getEncoder().encodeToString(OneTimeCodes.newSecret()));
    }

    @Test
    void recoveryCodesReadAsTheyWereMeant() {
        assertThat(Crockford.read(" oil0-1abc ")).contains("01101ABC");
        assertThat(Letters.grouped("ABCDEFGHIJ", 4, "-")).isEqualTo("ABCD-EFGH-IJ");
        assertThat(Crockford.random(1000)).matches("[0-9A-HJKMNP-TV-Z]{1000}");
    }
}
