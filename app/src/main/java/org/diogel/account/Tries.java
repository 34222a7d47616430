package org.diogel.account;

import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.diogel.kernel.Network;
import org.springframework.stereotype.Component;

/// Slows guessing without letting anybody lock a worker out. A device that signed in to an account
/// before has a budget of its own for it, which no guess from elsewhere touches. Any other device
/// shares the budget of its address, and of all strange devices together, for that account.
@Component
class Tries {
    private final Budgets known;
    private final Budgets strangeHere;
    private final Budgets strangeAnywhere;
    private final Budgets address;

    Tries(Clock clock) {
        known = new Budgets(10, Duration.ofSeconds(60), clock);
        strangeHere = new Budgets(10, Duration.ofSeconds(120), clock);
        strangeAnywhere = new Budgets(200, Duration.ofSeconds(30), clock);
        address = new Budgets(60, Duration.ofSeconds(10), clock);
    }

    /// One try at one lock of one account.
    ///
    /// @param lock `password` or `code`
    /// @param account keyed hash of the address typed, or the account's id
    /// @param device id of a device that signed in to this account before; empty for any other
    record Try(String lock, String account, String device, String address) {
        static Try of(String lock, byte[] account, String device, String address) {
            return new Try(
                    lock, HexFormat.of().formatHex(account), device, Network.near(address));
        }
    }

    /// @throws org.diogel.web.TooMany when the budget is spent
    void spend(Try one) {
        if (!one.device.isEmpty()) {
            known.spend(key(one, one.device));
            return;
        }
        strangeHere.spend(key(one, one.address));
        strangeAnywhere.spend(key(one, ""));
        address.spend(one.address);
    }

    /// The try was right, so it was no guess.
    void giveBack(Try one) {
        if (!one.device.isEmpty()) {
            known.giveBack(key(one, one.device));
            return;
        }
        address.giveBack(one.address);
        strangeHere.giveBack(key(one, one.address));
        strangeAnywhere.giveBack(key(one, ""));
    }

    private static String key(Try one, String from) {
        return one.lock + "|" + one.account + "|" + from;
    }
}
