package org.diogel.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.vault.KeyRing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door.
@Service
public class Accounts {
    private final AccountStore accounts;
    private final CredentialStore credentials;
    private final AccountSecrets secrets;
    private final Passwords passwords;
    private final KeyRing ring;

    Accounts(
            AccountStore accounts,
            CredentialStore credentials,
            AccountSecrets secrets,
            Passwords passwords,
            KeyRing ring) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.secrets = secrets;
        this.passwords = passwords;
        this.ring = ring;
    }

    /// Whoever the one acting may know of: colleagues; everybody for administrators and background
    /// work.
    @Transactional(readOnly = true)
    public Optional<AccountView> find(AccountId id) {
        return accounts.find(id);
    }

    /// Active people with this role in any agency, as far as the one acting may know of them.
    @Transactional(readOnly = true)
    public List<AccountView> listActiveWithRole(Role role) {
        return accounts.activeWithRole(role);
    }

    @Transactional(readOnly = true)
    public List<AccountView> listActiveWithRole(Role role, AgencyId agency) {
        return accounts.activeWithRole(role).stream()
                .filter(account -> account.agency().equals(agency))
                .toList();
    }

    /// What roles these have now, for whoever reads her own record, alone or beside a worker: nothing else
    /// of them, and not their names. One that is gone is missing.
    @Transactional(readOnly = true)
    public Map<UUID, Set<Role>> rolesOf(Set<UUID> accounts) {
        return accounts.isEmpty() ? Map.of() : this.accounts.rolesOf(accounts);
    }

    /// When somebody the one acting may know of joined.
    @Transactional(readOnly = true)
    public Optional<Instant> joined(AccountId id) {
        return accounts.joined(id);
    }

    /// Where to write to somebody active; only for sending messages, never for a page or a log.
    @Transactional(readOnly = true)
    public Optional<String> findEmail(AccountId id) {
        return accounts.sealedEmail(id).map(sealed -> secrets.open(id, sealed));
    }

    /// Somebody made up, with a password and a code secret that are printed for everyone to see.
    ///
    /// @param totp base 32, 32 letters
    public record DemoPerson(AccountView account, String email, String password, String totp) {}

    /// Makes somebody for the demonstration, as the task `set-up`; twice does nothing.
    ///
    /// @throws IllegalStateException outside the demonstration
    @Transactional
    public void createDemo(DemoPerson person) {
        if (!ring.isDemo()) {
            throw new IllegalStateException("Made-up people belong in a demonstration only");
        }
        Email email = Email.of(person.email).orElseThrow();
        AccountId id = person.account.id();
        if (accounts.isTaken(secrets.lookup(email))) {
            return;
        }
        accounts.insert(person.account, secrets.lookup(email), secrets.seal(id, email));
        byte[] totp = secrets.sealTotp(id, Letters.fromBase32(person.totp));
        credentials.insert(id, passwords.hash(person.password), totp, 0);
        credentials.replaceRecoveryCodes(
                id, secrets.recovery(id, secrets.newRecoveryCodes()));
    }
}
