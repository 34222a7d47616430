package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.diogel.account.PasswordRules.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final List<String> HER = 
            List.of("Mair Llewelyn", "mair.llewelyn@prosiect.invalid", "Lantern Project");
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
                "DiogelMair2026, PERSONAL",
                "Lantern.Project9, PERSONAL",
                "hakunamatata1, COMMON",
                "HakunaMatata1, COMMON",
                "h4kun4m4t4t41, COMMON",
                "hakunamatata1!, COMMON"
            })
    void whatStrangersTryFirstIsRefused(String password, Problem problem) {
        assertThat(rules.check(password, HER)).contains(problem);
    }

    /// ASVS 6.2.4: at least the 3,000 most used that anybody could choose here.
    @Test
    void everyPasswordOnTheListIsRefused() throws Exception {
        List<String> list;
        try (var in = getClass().getResourceAsStream("/account/breached-passwords.txt")) {
            list = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
        assertThat(list).hasSizeGreaterThan(40_000);
        for (int i = 0; i < list.size(); i += i < 3_000 ? 1 : 97) {
            assertThat(rules.check(list.get(i), List.of())).as("number %d", i).isPresent();
            String shouted = list.get(i).toUpperCase(Locale.ROOT);
            assertThat(rules.check(shouted, List.of())).as("number %d", i).isPresent();
        }
    }

    @Test
    void lengthIsCountedInCharactersAndHasALimit() {
        assertThat(rules.check("🐴".repeat(11), HER)).contains(Problem.SHORT);
        assertThat(rules.check("ab cd ef gh ij kl".repeat(8), HER)).contains(Problem.LONG);
        assertThat(rules.check("x y".repeat(43), HER)).contains(Problem.LONG);
    }
}
