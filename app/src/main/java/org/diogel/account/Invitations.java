package org.diogel.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.diogel.web.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asking somebody to join, or to set up anew how she signs in, and what happens when she does. A
/// link is good once, for seven days. One that whoever asked has seen is worth nothing before a second
/// person has confirmed it, so that nobody invites herself under another name.
@Service
class Invitations {
    private static final Duration GOOD_FOR = Duration.ofDays(7);

    private final SignInWork work;
    private final InvitationStore invitations;
    private final AccountStore accounts;
    private final CredentialStore credentials;
    private final Passkeys passkeys;
    private final DirectorySignIns directories;
    private final AccountSecrets secrets;
    private final Optional<LinkPost> post;
    private final Audit audit;
    private final Clock clock;

    Invitations(
            SignInWork work,
            InvitationStore invitations,
            AccountStore accounts,
            CredentialStore credentials,
            Passkeys passkeys,
            DirectorySignIns directories,
            AccountSecrets secrets,
            Optional<LinkPost> post,
            Audit audit,
            Clock clock) {
        this.work = work;
        this.invitations = invitations;
        this.accounts = accounts;
        this.credentials = credentials;
        this.passkeys = passkeys;
        this.directories = directories;
        this.secrets = secrets;
        this.post = post;
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

    /// @param link its secret part; only a keyed hash is kept @param byMail whether it goes by e-mail, so
    /// that whoever asked never sees it @param waits whether a second person has to confirm it
    record Made(
            UUID id,
            String link,
            String name,
            @Nullable String email,
            boolean byMail,
            boolean waits) {
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /// An invitation as its reader sees it. @param email null when she types her own
    ///
    /// @param account whose way of signing in is set up anew; null for somebody new
    record Open(
            UUID id,
            String name,
            @Nullable String email,
            AgencyId agency,
            @Nullable AccountId account) {}

    /// What somebody who joins has chosen.
    ///
    /// @param id her account's; counts only for somebody new
    record Chosen(AccountId id, Email email, Way way, Lang language) {
        @Override
        public String toString() {
            return "Chosen";
        }
    }

    /// How she is going to sign in.
    sealed interface Way {
        /// @param hash Argon2id @param step of her first code
        record Password(String hash, byte[] totp, long step) implements Way {
            @Override
            public String toString() {
                return "Password";
            }
        }

        /// @param name as the list of her passkeys calls it
        record Passkey(Ceremony.Made made, Challenges.Challenge challenge, String name)
                implements Way {}

        record ByDirectory(Directory.Vouched vouched) implements Way {}
    }

    /// How joining ended.
    sealed interface Joined {
        record Welcome(AccountId id, List<String> recoveryCodes) implements Joined {}

        /// The link was used or is too old.
        record TooLate() implements Joined {}

        /// Somebody signs in with this address already.
        record AddressTaken() implements Joined {}
    }

    /// As somebody signed in, or as the launcher's word.
    ///
    /// @throws IllegalArgumentException when the roles exclude each other
    @Transactional
    Made invite(Asked asked) {
        if (!RoleRules.fit(asked.roles)) {
            throw new IllegalArgumentException("An administrator sees no cases");
        }
        Optional<AccountId> by = administrator();
        UUID id = UUID.randomUUID();
        Email email = asked.email;
        return make(
                new Row(
                        id,
                        asked.agency,
                        email == null ? null : secrets.sealInvited(id, email),
                        asked.name,
                        asked.profession,
                        asked.roles,
                        null,
                        by.orElse(null),
                        waits(by),
                        clock.instant().plus(GOOD_FOR)),
                email == null ? null : email.value(),
                "account.invited");
    }

    /// A new password and a new app for somebody who lost hers; id, address and roles stay. What she
    /// has now goes on working until she uses the link; earlier links stop.
    ///
    /// @throws NotHere when there is no such account, it is suspended, or her own
    @Transactional
    Made inviteAgain(AccountId account) {
        Optional<AccountId> by = administrator();
        AccountView her =
                accounts.find(account)
                        .filter(AccountView::active)
                        .filter(a -> !by.equals(Optional.of(account)))
                        .orElseThrow(NotHere::new);
        Email email =
                Email.of(secrets.open(account, accounts.sealedEmail(account).orElseThrow()))
                        .orElseThrow();
        invitations.cancelAnew(account, clock.instant());
        UUID id = UUID.randomUUID();
        return make(
                new Row(
                        id,
                        her.agency(),
                        secrets.sealInvited(id, email),
                        her.name(),
                        her.profession(),
                        her.roles(),
                        account,
                        by.orElse(null),
                        waits(by),
                        clock.instant().plus(GOOD_FOR)),
                email.value(),
                "account.invited-again");
    }

    private Made make(Row row, @Nullable String email, String action) {
        String link = secrets.newLink();
        invitations.insert(row, secrets.link(link));
        audit.record(AuditEntry.of(action, "invitation", row.id(), "roles", "agency"));
        boolean byMail = row.by() != null && post.isPresent();
        return new Made(row.id(), link, row.name(), email, byMail, row.waits());
    }

    /// Whoever asks must be an administrator still: her suspension may be a moment old.
    private Optional<AccountId> administrator() {
        if (!(Acting.who() instanceof Actor.Person person)) {
            return Optional.empty();
        }
        accounts.lockStandings();
        return Optional.of(
                accounts.find(person.account())
                        .filter(AccountView::active)
                        .filter(a -> a.roles().contains(Role.ADMINISTRATOR))
                        .map(AccountView::id)
                        .orElseThrow(NotHere::new));
    }

    /// Suspended people count: who suspends everybody else is not let off by that.
    private boolean waits(Optional<AccountId> by) {
        return by.isPresent()
                && post.isEmpty()
                && accounts.all().stream()
                        .filter(a -> !a.id().equals(by.get()))
                        .anyMatch(a -> RoleRules.mayConfirm(a.roles()));
    }

    /// Empty when the link is unknown, used, cancelled, too old or not confirmed: the page does not
    /// say which.
    Optional<Open> find(String link) {
        byte[] token = secrets.link(link);
        Instant now = clock.instant();
        return work.run(() -> invitations.byToken(token, now))
                .filter(row -> !row.waits())
                .map(this::open);
    }

    /// Makes the account, or sets up its way of signing in anew, and uses the invitation up: all or
    /// nothing.
    ///
    /// @throws IllegalStateException for a passkey that is known already
    Joined join(UUID invitation, Chosen chosen) {
        return work.run(() -> joinNow(invitation, chosen));
    }

    private Joined joinNow(UUID invitation, Chosen chosen) {
        Row row = invitations.byId(invitation, clock.instant()).orElse(null);
        if (row != null && row.account() != null) {
            return joinAgain(row, row.account(), chosen);
        }
        byte[] lookup = secrets.lookup(chosen.email);
        if (accounts.isTaken(lookup)) {
            return new Joined.AddressTaken();
        }
        if (row == null || !invitations.use(invitation, clock.instant())) {
            return new Joined.TooLate();
        }
        AccountId id = chosen.id;
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
        return signInBy(id, chosen.way, "account.joined");
    }

    private Joined joinAgain(Row row, AccountId id, Chosen chosen) {
        boolean active = accounts.find(id).filter(AccountView::active).isPresent();
        if (!active || !invitations.use(row.id(), clock.instant())) {
            return new Joined.TooLate();
        }
        credentials.forget(id);
        passkeys.forget(id);
        directories.forget(id);
        return signInBy(id, chosen.way, "account.set-up-again");
    }

    private Joined signInBy(AccountId id, Way way, String action) {
        audit.record(AuditEntry.of(action, "account", id.value()));
        return switch (way) {
            case Way.Password by -> {
                credentials.insert(id, by.hash, secrets.sealTotp(id, by.totp), by.step);
                List<String> codes = secrets.newRecoveryCodes();
                credentials.replaceRecoveryCodes(id, secrets.recovery(id, codes));
                yield new Joined.Welcome(id, codes);
            }
            case Way.ByDirectory by -> {
                if (!directories.keep(id, by.vouched)) {
                    throw new IllegalStateException("A directory's person is somebody here already");
                }
                yield new Joined.Welcome(id, List.of());
            }
            case Way.Passkey by -> {
                if (!passkeys.keep(id, by.made, by.challenge, by.name)) {
                    throw new IllegalStateException("A passkey that was asked for anew is known");
                }
                yield new Joined.Welcome(id, List.of());
            }
        };
    }

    private Open open(Row row) {
        byte[] email = row.email();
        return new Open(
                row.id(),
                row.name(),
                email == null ? null : secrets.openInvited(row.id(), email),
                row.agency(),
                row.account());
    }
}
