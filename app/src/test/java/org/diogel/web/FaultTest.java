package org.diogel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

class FaultTest {

    @Test
    void aDatabaseThatIsGoneIsAnOutageAndNotAMistake() {
        assertThat(Fault.of(new CannotGetJdbcConnectionException("x")).status()).isEqualTo(503);
        assertThat(Fault.of(new RuntimeException(new SQLException("x", "57P01"))).status())
                .isEqualTo(503);
        assertThat(Fault.of(new RuntimeException(new SQLException("x", "23505"))).status())
                .isEqualTo(500);
    }

    @Test
    void hiddenAndMissingAreTheSame() {
        assertThat(Fault.of(new NotHere()).status()).isEqualTo(404);
    }

    @Test
    void aLimiterSaysWhenToComeBack() {
        assertThat(Fault.of(new TooMany(12)).seconds()).isEqualTo(12);
    }

    @Test
    void aReferenceSaysNothing() {
        assertThat(Fault.of(500).reference()).matches("[0-9A-HJKMNP-TV-Z]{8}");
        assertThat(Fault.of(500).reference()).isNotEqualTo(Fault.of(500).reference());
    }
}
