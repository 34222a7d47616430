package org.diogel.account;

import java.util.List;
import org.diogel.kernel.Holdings;
import org.springframework.stereotype.Component;

@Component
class AccountHoldings implements Holdings {
    @Override
    public List<Holding> holdings() {
        return List.of(
                new Holding(
                        "account.account",
                        "who signs in, for which agency and in which roles"),
                new Holding("account.credential", "password hash and sealed code secret"),
                new Holding("account.recovery_code", "keyed hashes of recovery codes"),
                new Holding(
                        "account.passkey",
                        "public keys of devices, under names their owners chose"),
                new Holding(
                        "account.directory_identity",
                        "keyed hashes of who somebody is in her agency's directory"),
                new Holding("account.preference", "language of messages"),
                new Holding("account.invitation", "who was asked to join"));
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(
                new Expiry(
                        "account-left",
                        "SELECT count, oldest, held FROM account.due_left(:before)",
                        "SELECT account.erase_left(:before, :most)"),
                new Expiry(
                        "account-ties",
                        "SELECT count, oldest, held FROM account.due_ties(:before)",
                        "SELECT account.erase_ties(:before, :most)"));
    }
}
