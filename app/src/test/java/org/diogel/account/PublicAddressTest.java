package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.diogel.kernel.SettingRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/// The one setting that says where links lead.
class PublicAddressTest {

    @Test
    void linksLeadThere() {
        PublicAddress address = address("serve", "https://messages.example.invalid/");
        address.require();
        assertThat(address.page("/home")).isEqualTo("https://messages.example.invalid/home");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://messages.example.invalid",
                "http://127.0.0.1:8080",
                "messages.example.invalid",
                "https://messages.example.invalid/home",
                "https://somebody@messages.example.invalid",
                "https://",
                "https://messages.example.invalid?x",
                "not an address"
            })
    void whatIsNoSafeAddressIsRefused(String text) {
        assertThatThrownBy(() -> address("serve", text))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("Set DIOGEL_ADDRESS");
    }

    @Test
    void noneIsRefusedOnceMailsWouldCarryIt() {
        PublicAddress none = address("serve", "");
        assertThatThrownBy(none::require)
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("set DIOGEL_ADDRESS");
    }

    @Test
    void theDemonstrationMayBeOnThisMachine() {
        assertThat(address("demo", "http://127.0.0.1:8081").page("/home"))
                .isEqualTo("http://127.0.0.1:8081/home");
        assertThatThrownBy(() -> address("demo", "http://messages.example.invalid"))
                .isInstanceOf(SettingRefused.class);
    }

    private static PublicAddress address(String mode, String address) {
        return new PublicAddress(
                new MockEnvironment()
                        .withProperty("diogel.mode", mode)
                        .withProperty("diogel.address", address));
    }
}
