package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.diogel.kernel.SettingRefused;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

/// Passkeys belong to the public address and to nothing a caller says.
class PasskeyPlaceTest {

    @Test
    void theyBelongToTheHostOfThePublicAddressWhateverACallerSays() {
        var request = new MockHttpServletRequest();
        request.setServerName("attacker.invalid");
        assertThat(place("serve", "https://Messages.example.org:8443", "").of(request))
                .contains(
                        new PasskeyPlace.Here(
                                "messages.example.org", "https://messages.example.org:8443"));
        assertThat(place("serve", "https://messages.example.org", "example.org").of(request))
                .contains(new PasskeyPlace.Here("example.org", "https://messages.example.org"));
        assertThat(place("serve", "", "").of(request)).isEmpty();
        request.setServerName("localhost");
        assertThat(place("serve", "", "").of(request)).as("only in the demonstration").isEmpty();
        assertThat(place("demo", "http://127.0.0.1:8080", "").of(request)).isEmpty();
        assertThat(place("demo", "http://localhost:8081", "").of(request))
                .contains(new PasskeyPlace.Here("localhost", "http://localhost:8081"));
    }

    @Test
    void aDomainThatTheAddressIsNotInIsRefused() {
        for (List<String> wrong :
                List.of(
                        List.of("https://messages.example.org", "example.com"),
                        List.of("https://messages.example.org", "org"),
                        List.of("https://messages.example.org", "es.example.org"),
                        List.of("https://messages.example.org", ".example.org"),
                        List.of("https://192.0.2.1", "192.0.2.1"),
                        List.of("", "example.org"))) {
            assertThatThrownBy(() -> place("serve", wrong.get(0), wrong.get(1)))
                    .as("%s", wrong)
                    .isInstanceOf(SettingRefused.class)
                    .hasMessageContaining("DIOGEL_SIGNIN_PASSKEYDOMAIN");
        }
    }

    private static PasskeyPlace place(String mode, String address, String domain) {
        var settings = new MockEnvironment();
        settings.setProperty("diogel.mode", mode);
        settings.setProperty("diogel.address", address);
        return new PasskeyPlace(
                new PublicAddress(settings),
                new SignInSettings(Duration.ofMinutes(10), domain, ""),
                settings);
    }
}
