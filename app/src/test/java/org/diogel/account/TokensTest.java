package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.diogel.vault.TestVault;
import org.diogel.vault.Vault;
import org.diogel.web.TooMany;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    @TempDir Path folder;
    private Vault vault;
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private SealedTokens tokens;

    @BeforeEach
    void open() {
        vault = TestVault.in(folder);
        InstantSource source = () -> now;
        tokens = new SealedTokens(vault, source.withZone(ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void opensForItsOwnUseAndTimeOnly() {
        String token = tokens.seal("one-use", List.of("Mair", "", "🌊"));
        Duration hour = Duration.ofHours(1);
        assertThat(token).matches("[A-Za-z0-9_-]+").doesNotContain("Mair");
        assertThat(tokens.open("one-use", token, hour)).contains(List.of("Mair", "", "🌊"));
        assertThat(tokens.open("other-use", token, hour)).isEmpty();
        now = now.plus(hour);
        assertThat(tokens.open("one-use", token, hour)).isPresent();
        now = now.plusSeconds(1);
        assertThat(tokens.open("one-use", token, hour)).isEmpty();
    }

    @Test
    void aChangedTokenIsNone() {
        String token = tokens.seal("one-use", List.of("x"));
        for (int i = 0; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(tokens.open("one-use", changed, Duration.ofHours(1))).isEmpty();
        }
        for (String rubbish : List.of("", "!", "AAAA", token.substring(5), token + "A")) {
            assertThat(tokens.open("one-use", rubbish, Duration.ofHours(1))).isEmpty();
        }
    }

    @Test
    void aHeldFormKeepsEveryFieldInOrderForTwelveHours() {
        HeldForms forms = new HeldForms(tokens);
        Map<String, String[]> typed =
                Map.of(
                        "story", new String[] {"llinell\r\nail linell ".repeat(5000)},
                        "tick", new String[] {"a", "b", "a"},
                        "_csrf", new String[] {"x"},
                        "passwordNew", new String[] {"secret"});
        String token = forms.hold("/somewhere", typed);
        assertThat(token.length()).isLessThan(10_000);
        HeldForm held = forms.open(token).orElseThrow();
        assertThat(held.path()).isEqualTo("/somewhere");
        assertThat(held.fields()).containsOnlyKeys("story", "tick");
        assertThat(held.fields().get("story")).containsExactly(typed.get("story"));
        assertThat(held.fields().get("tick")).containsExactly("a", "b", "a");
        assertThat(held.toString()).doesNotContain("llinell");
        now = now.plus(Duration.ofHours(12)).plusSeconds(1);
        assertThat(forms.open(token)).isEmpty();
    }

    @Test
    void aBudgetIsSpentThenRefilledSlowly() {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        Tries tries = new Tries(clock);
        var stranger = Tries.Try.of("password", new byte[] {1}, "", "198.51.100.7");
        var worker = Tries.Try.of("password", new byte[] {1}, "her-device", "198.51.100.7");
        for (int i = 0; i < 10; i++) {
            tries.spend(stranger);
        }
        assertRefused(tries, stranger);
        for (int i = 0; i < 10; i++) {
            tries.spend(worker);
            tries.giveBack(worker);
        }
        tries.spend(worker);
        now = now.plus(Duration.ofMinutes(2)).plusSeconds(1);
        tries.spend(stranger);
        assertRefused(tries, stranger);
    }

    @Test
    void oneHouseholdOfAddressesCountsAsOne() {
        var one = Tries.Try.of("password", new byte[] {1}, "", "2001:db8:1:2:3:4:5:6");
        var other = Tries.Try.of("password", new byte[] {1}, "", "2001:db8:1:2:a:b:c:d");
        assertThat(one).isEqualTo(other);
    }

    @Test
    void noNumberOfStrangeAddressesTouchesAnother() {
        Tries tries = new Tries(source().withZone(ZoneOffset.UTC));
        for (int address = 0; address < 1_000; address++) {
            var guess = Tries.Try.of("password", new byte[] {1}, "", "203.0.113." + address);
            for (int i = 0; i < 10; i++) {
                tries.spend(guess);
            }
            assertRefused(tries, guess);
        }
        tries.spend(Tries.Try.of("password", new byte[] {1}, "", "198.51.100.7"));
    }

    @Test
    void oneAddressWithEndlessAccountsSpendsItsOwnBudgetOnly() {
        Tries tries = new Tries(source().withZone(ZoneOffset.UTC));
        int tried = 0;
        for (int i = 0; i < Budgets.MOST_KEYS + 5_000; i++) {
            try {
                tries.spend(Tries.Try.of("password", ("any" + i).getBytes(), "", "203.0.113.1"));
                tried++;
            } catch (TooMany turnedAway) {
                assertThat(turnedAway.seconds()).isLessThan(12);
            }
        }
        assertThat(tried).isEqualTo(60);
        tries.spend(Tries.Try.of("password", new byte[] {1}, "", "198.51.100.7"));
    }

    @Test
    void whenThereAreTooManyKeysTheOldestIsForgottenAndNobodyTurnedAway() {
        Budgets budgets = new Budgets(1, Duration.ofDays(1), source().withZone(ZoneOffset.UTC));
        for (int i = 0; i <= Budgets.MOST_KEYS; i++) {
            budgets.spend("key " + i);
        }
        budgets.spend("key 0");
        assertThatThrownBy(() -> budgets.spend("key 7")).isInstanceOf(TooMany.class);
    }

    /// The number that the running guide states.
    @Test
    void guessesAtOnePasswordAreBoundedByTheNumberOfAddresses() {
        Tries tries = new Tries(source().withZone(ZoneOffset.UTC));
        int guesses = 0;
        for (int second = 0; second < 86_400; second += 30) {
            for (int address = 0; address < 5; address++) {
                try {
                    tries.spend(
                            Tries.Try.of("password", new byte[] {1}, "", "203.0.113." + address));
                    guesses++;
                } catch (TooMany turnedAway) {
                    assertThat(turnedAway.seconds()).isPositive();
                }
            }
            now = now.plusSeconds(30);
        }
        assertThat(guesses).isBetween(5 * 700, 5 * 730);
    }

    /// A code counts after a right password only; so there it is worth a budget for everybody.
    @Test
    void codesHaveABudgetForAllStrangeAddressesTogether() {
        Tries tries = new Tries(source().withZone(ZoneOffset.UTC));
        int tried = 0;
        for (int address = 0; address < 300; address++) {
            try {
                tries.spend(Tries.Try.of("code", new byte[] {1}, "", "203.0.113." + address));
                tried++;
            } catch (TooMany turnedAway) {
                assertThat(turnedAway.seconds()).isPositive();
            }
        }
        assertThat(tried).isEqualTo(200);
        tries.spend(Tries.Try.of("code", new byte[] {1}, "her-device", "203.0.113.1"));
    }

    private InstantSource source() {
        return () -> now;
    }

    private static void assertRefused(Tries tries, Tries.Try one) {
        assertThatThrownBy(() -> tries.spend(one)).isInstanceOf(TooMany.class);
    }
}
