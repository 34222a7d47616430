package org.diogel.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diogel.account.Challenges.Challenge;
import org.diogel.account.Challenges.Use;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.web.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// Signing in with something she has and can only use herself: both factors in one. No name is typed;
/// the passkey says whose it is.
@Service
class Passkeys {
    /// More than anybody's devices, and few enough to look through.
    static final int MOST = 20;

    private final SignInWork work;
    private final PasskeyStore store;
    private final CredentialStore credentials;
    private final DirectoryStore directories;
    private final Ceremony ceremony;
    private final Challenges challenges;
    private final AccountSecrets secrets;
    private final Budgets wrong;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    Passkeys(
            SignInWork work,
            PasskeyStore store,
            CredentialStore credentials,
            DirectoryStore directories,
            Ceremony ceremony,
            Challenges challenges,
            AccountSecrets secrets,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.work = work;
        this.store = store;
        this.credentials = credentials;
        this.directories = directories;
        this.ceremony = ceremony;
        this.challenges = challenges;
        this.secrets = secrets;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
        this.wrong = new Budgets(60, Duration.ofSeconds(1), clock);
    }

    /// Hers, oldest first. @param used null until it was
    record Mine(UUID id, byte[] credential, String name, Instant made, @Nullable Instant used) {
        @Override
        public String toString() {
            return "Mine[" + id + "]";
        }
    }

    List<Mine> mine() {
        return of(Acting.person().account());
    }

    private List<Mine> of(AccountId account) {
        return work.run(
                () ->
                        store.of(account).stream()
                                .map(r -> new Mine(r.id(), r.credential(), r.name(), r.made(), r.used()))
                                .toList());
    }

    Optional<Challenge> open(Use use, String token) {
        return challenges.open(use, token);
    }

    Challenge begin(Use use, String about) {
        return challenges.make(use, about);
    }

    /// Whose passkey this is; empty when anything about it is not right, whatever it is.
    ///
    /// @param address where it comes from
    /// @throws org.diogel.web.TooMany when too much that was wrong came from there; right ones never wait
    Optional<AccountId> signIn(
            PasskeyPlace.Here here, String token, String answer, String address) {
        Optional<AccountId> who =
                challenges
                        .open(Use.SIGN_IN, token)
                        .flatMap(c -> check(here, c, answer, "account.signed-in", null));
        who.ifPresentOrElse(id -> {}, () -> refuse(address));
        return who;
    }

    /// Whether whoever is acting has just shown one of hers.
    ///
    /// @throws org.diogel.web.TooMany as [#signIn]
    boolean isProved(PasskeyPlace.Here here, String token, String answer, String address) {
        AccountId self = Acting.person().account();
        boolean proved =
                challenges
                        .open(Use.PROVE, token)
                        .filter(c -> c.about().equals(self.toString()))
                        .flatMap(c -> check(here, c, answer, "account.proved", self))
                        .isPresent();
        if (!proved) {
            refuse(address);
        }
        return proved;
    }

    private Optional<AccountId> check(
            PasskeyPlace.Here here,
            Challenge challenge,
            String answer,
            String what,
            @Nullable AccountId expected) {
        Ceremony.Shown shown = ceremony.read(answer).orElse(null);
        return shown == null
                ? Optional.empty()
                : work.run(() -> checkNow(here, challenge, shown, what, expected));
    }

    private Optional<AccountId> checkNow(
            PasskeyPlace.Here here,
            Challenge challenge,
            Ceremony.Shown shown,
            String what,
            @Nullable AccountId expected) {
        PasskeyStore.Row row = store.byCredential(shown.id()).orElse(null);
        if (row == null
                || expected != null && !expected.equals(row.account())
                || !isHers(row.account(), shown.user(), expected != null)) {
            return Optional.empty();
        }
        byte[] key = secrets.openPasskey(row.id(), row.account(), row.key());
        var kept = new Ceremony.Made(row.credential(), key, row.counter(), row.synced());
        Optional<Long> counter = ceremony.check(here, challenge.bytes(), shown, kept);
        if (counter.isEmpty()
                || !store.use(row.id(), counter.get(), challenge.made(), clock.instant())) {
            return Optional.empty();
        }
        audit.record(AuditEntry.of(what, "account", row.account().value(), "passkey"));
        return Optional.of(row.account());
    }

    /// @param known whether the account is known already, so that it need not be said
    private static boolean isHers(AccountId account, byte @Nullable [] said, boolean known) {
        return said == null ? known : Arrays.equals(said, UserHandle.of(account));
    }

    private void refuse(String address) {
        wrong.spend(org.diogel.kernel.Network.near(address));
        work.run(
                () -> {
                    audit.record(AuditEntry.of("account.passkey-refused", "account", null));
                    return true;
                });
    }

    /// False when it is not as it was asked for, is known already, or she has as many as she may.
    boolean add(PasskeyPlace.Here here, String token, String answer, String name) {
        AccountId self = Acting.person().account();
        return challenges
                .open(Use.ADD, token)
                .filter(c -> c.about().equals(self.toString()))
                .filter(c -> add(self, here, c, answer, name))
                .isPresent();
    }

    private boolean add(
            AccountId self, PasskeyPlace.Here here, Challenge challenge, String answer, String name) {
        Ceremony.Made made = ceremony.make(here, challenge.bytes(), answer).orElse(null);
        return made != null
                && work.run(
                        () -> {
                            if (store.of(self).size() >= MOST || !keep(self, made, challenge, name)) {
                                return false;
                            }
                            audit.record(
                                    AuditEntry.of(
                                            "account.passkey-added", "account", self.value(), "passkey"));
                            events.publishEvent(new SignInChanged(self));
                            return true;
                        });
    }

    /// What whoever joins has made; empty when it is not as it was asked for, or known already.
    Optional<Ceremony.Made> made(PasskeyPlace.Here here, Challenge challenge, String answer) {
        return ceremony.make(here, challenge.bytes(), answer)
                .filter(made -> work.run(() -> !store.isKnown(made.id())));
    }

    /// Within the transaction that makes the account.
    boolean keep(AccountId account, Ceremony.Made made, Challenge challenge, String name) {
        if (store.isKnown(made.id())) {
            return false;
        }
        UUID id = UUID.randomUUID();
        byte[] key = secrets.sealPasskey(id, account, made.key());
        store.insert(
                new PasskeyStore.Row(
                        id,
                        account,
                        made.id(),
                        key,
                        made.counter(),
                        made.synced(),
                        name,
                        challenge.made(),
                        null),
                challenge.made());
        return true;
    }

    /// Within the transaction that sets up anew how somebody signs in.
    void forget(AccountId account) {
        store.removeAll(account);
    }

    /// False when it is her only way to sign in.
    ///
    /// @throws NotHere when she has no such passkey
    boolean remove(UUID id) {
        AccountId self = Acting.person().account();
        return work.run(
                () -> {
                    boolean only =
                            credentials.byId(self).isEmpty()
                                    && store.of(self).size() == 1
                                    && directories.issuers(self).isEmpty();
                    if (only) {
                        return false;
                    }
                    if (!store.remove(self, id)) {
                        throw new NotHere();
                    }
                    audit.record(
                            AuditEntry.of(
                                    "account.passkey-removed", "account", self.value(), "passkey"));
                    events.publishEvent(new SignInChanged(self));
                    return true;
                });
    }
}
