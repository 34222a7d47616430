package org.diogel.account;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diogel.account.InvitationStore.Row;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asking somebody to join, and what happens when she does. A link is good once, for seven days.
@Service
class Invitations {
    private static final Duration GOOD_FOR = Duration.ofDays(7);

    private final SignInWork work;
    private final InvitationStore invitations;
    private final AccountStore accounts;
    private final CredentialStore credentials;
    private final AccountSecrets secrets;
    private final Audit audit;
    private final Clock clock;

    Invitations(
            SignInWork work,
            InvitationStore invitations,
            AccountStore accounts,
            CredentialStore credentials,
            AccountSecrets secrets,
            Audit audit,
            Clock clock) {
        this.work = work;
        this.invitations = invitations;
        this.accounts = accounts;
        this.credentials = credentials;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param email null when the person types her own
    record Asked(
            String name,
            @Nullable Email email,
            AgencyId agency,
            Profession profession,
            Set<Role> roles) {}

    /// An invitation as its reader sees it. @param email null when she types her own
    record Open(UUID id, String name, @Nullable String email) {}

    /// What somebody who joins has chosen. @param password Argon2id hash @param step of her first code
    record Chosen(Email email, String password, byte[] totp, long step, Lang language) {
        @Override
        public String toString() {
            return "Chosen";
        }
    }

    /// How joining ended.
    sealed interface Joined {
        record Welcome(AccountId id, List<String> recoveryCodes) implements Joined {}

        /// The link was used or is too old.
        record TooLate() implements Joined {}

        /// Somebody signs in with this address already.
        record AddressTaken() implements Joined {}
    }

    /// Returns the secret part of the link; only its keyed hash is kept.
    @Transactional
    String invite(Asked asked) {
        String link = secrets.newLink();
        UUID id = UUID.randomUUID();
        AccountId by =
                Acting.who() instanceof Actor.Person person ? person.account() : null;
        Row row =
                new Row(
                        id,
                        asked.agency,
                        asked.email == null ? null : secrets.sealInvited(id, asked.email),
                        asked.name,
                        asked.profession,
                        asked.roles,
                        clock.instant().plus(GOOD_FOR),
                        false);
        invitations.insert(row, secrets.link(link), by);
        audit.record(AuditEntry.of("account.invited", "invitation", id, "roles", "agency"));
        return link;
    }

    /// Empty when the link is unknown, used or too old: the page does not say which.
    Optional<Open> find(String link) {
        byte[] token = secrets.link(link);
        return work.run(() -> invitations.byToken(token).filter(this::isGood)).map(this::open);
    }

    Optional<Open> find(UUID id) {
        return work.run(() -> invitations.byId(id).filter(this::isGood)).map(this::open);
    }

    /// Makes the account and uses the invitation up, both or neither.
    Joined join(UUID invitation, Chosen chosen) {
        return work.run(() -> joinNow(invitation, chosen));
    }

    private Joined joinNow(UUID invitation, Chosen chosen) {
        byte[] lookup = secrets.lookup(chosen.email);
        if (accounts.isTaken(lookup)) {
            return new Joined.AddressTaken();
        }
        Row row = invitations.byId(invitation).orElse(null);
        if (row == null || !invitations.use(invitation, clock.instant())) {
            return new Joined.TooLate();
        }
        AccountId id = new AccountId(UUID.randomUUID());
        AccountView account =
                new AccountView(
                        id,
                        row.agency(),
                        row.name(),
                        row.profession(),
                        row.roles(),
                        true,
                        chosen.language);
        accounts.insert(account, lookup, secrets.seal(id, chosen.email));
        credentials.insert(
                id, chosen.password, secrets.sealTotp(id, chosen.totp), chosen.step);
        List<String> codes = secrets.newRecoveryCodes();
        credentials.replaceRecoveryCodes(id, secrets.recovery(id, codes));
        audit.record(AuditEntry.of("account.joined", "account", id.value()));
        return new Joined.Welcome(id, codes);
    }

    private boolean isGood(Row row) {
        return !row.used() && row.expires().isAfter(clock.instant());
    }

    private Open open(Row row) {
        byte[] email = row.email();
        return new Open(
                row.id(), row.name(), email == null ? null : secrets.openInvited(row.id(), email));
    }
}
