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
                        "who signs in, for which agency and in which roles",
                        "kept for now; seven years after suspension once retention is built"),
                new Holding(
                        "account.credential",
                        "password hash and sealed code secret",
                        "as long as the account"),
                new Holding(
                        "account.recovery_code",
                        "keyed hashes of recovery codes",
                        "until new ones are made"),
                new Holding(
                        "account.passkey",
                        "public keys of devices, under names their owners chose",
                        "until she removes it or sets up anew how she signs in"),
                new Holding(
                        "account.directory_identity",
                        "keyed hashes of who somebody is in her agency's directory",
                        "until she takes it away or sets up anew how she signs in"),
                new Holding(
                        "account.preference", "language of messages", "as long as the account"),
                new Holding(
                        "account.invitation",
                        "who was asked to join",
                        "ninety days after the link ends"));
    }
}
