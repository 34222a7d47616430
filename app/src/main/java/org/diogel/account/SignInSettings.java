package org.diogel.account;

import java.time.Duration;
import org.diogel.kernel.SettingRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param fresh how long a code or passkey counts as given just now, 1 to 15 minutes (TRUST §5 A9)
/// @param passkeyDomain a domain above the public address that passkeys are made for; empty for its host
/// @param directories file of the directories agencies sign in through; empty for none
@ConfigurationProperties("diogel.sign-in")
record SignInSettings(
        @DefaultValue("10m") Duration fresh,
        @DefaultValue("") String passkeyDomain,
        @DefaultValue("") String directories) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /// @throws SettingRefused when it is too short to be used or too long to prove anything
    SignInSettings {
        if (fresh.compareTo(SHORTEST) < 0 || fresh.compareTo(LONGEST) > 0) {
            throw new SettingRefused(
                    "Set DIOGEL_SIGNIN_FRESH to how long a code counts as given just now: 1m to 15m.");
        }
    }
}
