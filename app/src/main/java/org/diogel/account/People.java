package org.diogel.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.web.NotHere;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What an administrator does about other people's accounts; never about her own.
@Service
class People {
    private final AccountStore accounts;
    private final InvitationStore invitations;
    private final AccountSecrets secrets;
    private final Audit audit;
    private final Clock clock;

    People(
            AccountStore accounts,
            InvitationStore invitations,
            AccountSecrets secrets,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /// Somebody asked who has not come yet.
    record Waiting(String name, Set<Role> roles, Instant until) {}

    @Transactional(readOnly = true)
    List<AccountView> all() {
        return accounts.all();
    }

    @Transactional(readOnly = true)
    List<Waiting> waiting() {
        return invitations.open(clock.instant()).stream()
                .map(row -> new Waiting(row.name(), row.roles(), row.expires()))
                .toList();
    }

    /// Whether somebody signs in with this address already; so nobody is asked under her own address
    /// for roles she would give herself.
    @Transactional(readOnly = true)
    boolean isTaken(Email email) {
        return accounts.isTaken(secrets.lookup(email));
    }

    @Transactional(readOnly = true)
    AccountView get(AccountId id) {
        return accounts.find(id).orElseThrow(NotHere::new);
    }

    /// Suspends or takes back. Because nobody may change her own standing, and changes wait for each
    /// other, at least the administrator who acts last is left.
    ///
    /// @throws NotHere when there is no such account, or it is her own
    @Transactional
    void setActive(AccountId id, boolean active) {
        accounts.lockStandings();
        Actor.Person actor = Acting.person();
        boolean may =
                accounts.find(actor.account())
                        .filter(AccountView::active)
                        .filter(a -> a.roles().contains(Role.ADMINISTRATOR))
                        .isPresent();
        if (!may || actor.account().equals(id) || !accounts.setStatus(id, active)) {
            throw new NotHere();
        }
        audit.record(
                AuditEntry.of(
                        active ? "account.reinstated" : "account.suspended",
                        "account",
                        id.value(),
                        "status"));
    }
}
