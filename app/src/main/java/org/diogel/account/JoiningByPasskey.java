package org.diogel.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.account.Challenges.Challenge;
import org.diogel.account.Challenges.Use;
import org.diogel.kernel.AccountId;
import org.diogel.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A passkey in place of a password for whoever was asked to join. Its challenge holds for which
/// invitation and which account it is made, since the passkey says the account's id from then on.
@Component
class JoiningByPasskey {
    private final Passkeys passkeys;
    private final PasskeyPlace place;

    JoiningByPasskey(Passkeys passkeys, PasskeyPlace place) {
        this.passkeys = passkeys;
        this.place = place;
    }

    /// @param account hers, from now on
    record Made(AccountId account, Ceremony.Made passkey, Challenge challenge) {
        Invitations.Chosen chosen(Email email, Visit visit) {
            String name = visit.t("account.passkey.first");
            return new Invitations.Chosen(
                    account,
                    email,
                    new Invitations.Way.Passkey(passkey, challenge, name),
                    visit.lang());
        }
    }

    @Nullable PasskeyAsk ask(HttpServletRequest request, Invitations.Open open) {
        AccountId account =
                open.account() == null ? new AccountId(UUID.randomUUID()) : open.account();
        String email = open.email() == null ? "" : open.email();
        return place.of(request)
                .map(
                        here ->
                                PasskeyAsk.make(
                                        here,
                                        passkeys.begin(Use.JOIN, open.id() + " " + account),
                                        List.of(),
                                        account,
                                        email,
                                        open.name()))
                .orElse(null);
    }

    /// Empty when it is not as it was asked for.
    Optional<Made> made(
            HttpServletRequest request, Invitations.Open open, String token, String answer) {
        PasskeyPlace.Here here = place.of(request).orElse(null);
        Challenge challenge =
                passkeys.open(Use.JOIN, token)
                        .filter(c -> c.about().startsWith(open.id() + " "))
                        .orElse(null);
        if (here == null || challenge == null) {
            return Optional.empty();
        }
        AccountId account = AccountId.of(challenge.about().substring(37));
        return passkeys.made(here, challenge, answer).map(p -> new Made(account, p, challenge));
    }
}
