package org.diogel.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.AgencyId;
import org.diogel.web.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// What a directory's word is worth here: it opens an account that was linked to it, while the account
/// is active and of the agency the directory belongs to. It never makes one, and no e-mail address
/// counts for anything.
@Service
class DirectorySignIns {
    private final SignInWork work;
    private final Directories directories;
    private final DirectoryStore store;
    private final AccountStore accounts;
    private final CredentialStore credentials;
    private final PasskeyStore passkeys;
    private final AccountSecrets secrets;
    private final SignIns signIns;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    DirectorySignIns(
            SignInWork work,
            Directories directories,
            DirectoryStore store,
            AccountStore accounts,
            CredentialStore credentials,
            PasskeyStore passkeys,
            AccountSecrets secrets,
            SignIns signIns,
            Access access,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.work = work;
        this.directories = directories;
        this.store = store;
        this.accounts = accounts;
        this.credentials = credentials;
        this.passkeys = passkeys;
        this.secrets = secrets;
        this.signIns = signIns;
        this.access = access;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /// How far a directory's word leads.
    sealed interface Entry {
        record Enter(AccountId account) implements Entry {}

        /// Our own second factor is asked for. @param step token of the page that does
        record Code(String step) implements Entry {}

        /// No account, suspended, of another agency, not linked: the page does not say which.
        record Refused() implements Entry {}
    }

    /// A directory of her agency, and whether she is linked to it.
    record Offer(String key, String name, boolean linked) {}

    Entry enter(Directory directory, Directory.Vouched vouched) {
        byte[] identity = secrets.identity(vouched);
        return work.run(() -> enterNow(directory, vouched, identity));
    }

    private Entry enterNow(Directory directory, Directory.Vouched vouched, byte[] identity) {
        AccountId account =
                store.find(identity).filter(id -> isOfItsAgency(id, directory)).orElse(null);
        boolean enough = directory.isEnough(vouched);
        if (account == null || !enough && credentials.byId(account).isEmpty()) {
            audit.record(AuditEntry.of("account.directory-refused", "account", null));
            return new Entry.Refused();
        }
        store.used(identity, clock.instant());
        if (!enough) {
            return new Entry.Code(signIns.stepOf(account));
        }
        audit.record(AuditEntry.of("account.signed-in", "account", account.value(), "directory"));
        return new Entry.Enter(account);
    }

    private boolean isOfItsAgency(AccountId account, Directory directory) {
        return accounts.find(account).filter(a -> isOf(a.agency(), directory)).isPresent();
    }

    private boolean isOf(AgencyId agency, Directory directory) {
        return access.findAgency(agency)
                .map(Agency::name)
                .filter(directory.agency()::equalsIgnoreCase)
                .isPresent();
    }

    /// Directories of an agency whose people may join through them: those whose second factor may count.
    List<Directory> forJoining(AgencyId agency) {
        return of(agency).stream()
                .filter(d -> d.secondFactor() != Directory.SecondFactor.OURS)
                .toList();
    }

    private List<Directory> of(AgencyId agency) {
        return directories.all().stream().filter(d -> isOf(agency, d)).toList();
    }

    /// Those of her agency.
    List<Offer> offers() {
        AccountId self = Acting.person().account();
        return work.run(
                () -> {
                    List<String> linked = store.issuers(self);
                    return of(accounts.find(self).orElseThrow().agency()).stream()
                            .map(d -> new Offer(d.key(), d.name(), linked.contains(d.issuer())))
                            .toList();
                });
    }

    /// Whoever is acting signs in through it from now on. False when it is another agency's, or its
    /// person is somebody here already.
    boolean link(Directory directory, Directory.Vouched vouched) {
        AccountId self = Acting.person().account();
        byte[] identity = secrets.identity(vouched);
        return work.run(
                () -> {
                    if (!isOfItsAgency(self, directory)
                            || !store.insert(self, vouched.issuer(), identity)) {
                        return false;
                    }
                    audit.record(
                            AuditEntry.of(
                                    "account.directory-linked", "account", self.value(), "directory"));
                    events.publishEvent(new SignInChanged(self));
                    return true;
                });
    }

    /// Within the transaction that makes the account.
    boolean keep(AccountId account, Directory.Vouched vouched) {
        return store.insert(account, vouched.issuer(), secrets.identity(vouched));
    }

    /// Whether somebody signs in with it already.
    boolean isKnown(Directory.Vouched vouched) {
        byte[] identity = secrets.identity(vouched);
        return work.run(() -> store.find(identity)).isPresent();
    }

    /// Within the transaction that sets up anew how somebody signs in.
    void forget(AccountId account) {
        store.removeAll(account);
    }

    /// False when it is her only way to sign in.
    ///
    /// @throws NotHere when she is not linked to it
    boolean unlink(@Nullable Directory directory) {
        if (directory == null) {
            throw new NotHere();
        }
        AccountId self = Acting.person().account();
        return work.run(
                () -> {
                    if (credentials.byId(self).isEmpty() && passkeys.of(self).isEmpty()) {
                        return false;
                    }
                    if (!store.remove(self, directory.issuer())) {
                        throw new NotHere();
                    }
                    audit.record(
                            AuditEntry.of(
                                    "account.directory-unlinked", "account", self.value(), "directory"));
                    events.publishEvent(new SignInChanged(self));
                    return true;
                });
    }
}
