package org.diogel.account;

import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.diogel.kernel.Network;
import org.springframework.stereotype.Component;

/// Slows guessing without letting anybody lock a worker out. A device that signed in to an account
/// before has a budget of its own for it, which no guess from elsewhere touches. Any other device
/// shares the budgets of its address alone: one for everything it tries, one for each account. Only
/// codes have a budget for all strange devices together, since a code counts after a right password.
///
/// So one address has 10 guesses at one password at once and 720 a day, and 60 at once and 8,640 a
/// day at all of them; behind a guessed password stands the code.
@Component
class Tries {
    private final Budgets known;
    private final Budgets address;
    private final Budgets here;
    private final Budgets codesAnywhere;

    Tries(Clock clock) {
        known = new Budgets(10, Duration.ofSeconds(60), clock);
        address = new Budgets(60, Duration.ofSeconds(10), clock);
        here = new Budgets(10, Duration.ofSeconds(120), clock);
        codesAnywhere = new Budgets(200, Duration.ofSeconds(30), clock);
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

        boolean isKnown() {
            return !device.isEmpty();
        }

        boolean isCode() {
            return lock.equals("code");
        }
    }

    /// The address pays first, so that a flood from one never reaches the budgets of accounts.
    ///
    /// @throws org.diogel.web.TooMany when the budget is spent
    void spend(Try one) {
        if (one.isKnown()) {
            known.spend(key(one, one.device));
            return;
        }
        address.spend(one.address);
        here.spend(key(one, one.address));
        if (one.isCode()) {
            codesAnywhere.spend(key(one, ""));
        }
    }

    /// The try was right, so it was no guess.
    void giveBack(Try one) {
        if (one.isKnown()) {
            known.giveBack(key(one, one.device));
            return;
        }
        address.giveBack(one.address);
        here.giveBack(key(one, one.address));
        if (one.isCode()) {
            codesAnywhere.giveBack(key(one, ""));
        }
    }

    private static String key(Try one, String from) {
        return one.lock + "|" + one.account + "|" + from;
    }
}
