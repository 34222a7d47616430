package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diogel.account.PasswordRules.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final List<String> HER = List.of("Mair Llewelyn", "mair.llewelyn@prosiect.invalid");
    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pedwar ceffyl glas",
                "aaaabbbbccccd",
                "🐴🐴🐮🐮🐷🐷🐔🐔🐑🐑🐶🐱",
                "correcthorsebatterystaple9"
            })
    void anyCharactersWillDo(String password) {
        assertThat(rules.check(password, HER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "elevenchars, SHORT",
                "passwordpassword, COMMON",
                "PasswordPassword, COMMON",
                "leavemealone, COMMON",
                "LeaveMeAlone, COMMON",
                "qwerty123456, COMMON",
                "Password12345, COMMON",
                "qwertyuiop123, COMMON",
                "aaaaaaaaaaaa, COMMON",
                "123123123123, COMMON",
                "MairLlewelyn1, PERSONAL",
                "llewelyn.prosiect, PERSONAL",
                "diogel-diogel, PERSONAL",
                "DiogelMair2026, PERSONAL"
            })
    void whatStrangersTryFirstIsRefused(String password, Problem problem) {
        assertThat(rules.check(password, HER)).contains(problem);
    }

    @Test
    void lengthIsCountedInCharactersAndHasALimit() {
        assertThat(rules.check("🐴".repeat(11), HER)).contains(Problem.SHORT);
        assertThat(rules.check("ab cd ef gh ij kl".repeat(8), HER)).contains(Problem.LONG);
        assertThat(rules.check("x y".repeat(43), HER)).contains(Problem.LONG);
    }
}
