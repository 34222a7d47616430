package org.diogel.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What an administrator does about other people's accounts, never about her own; and the yes of a
/// second person to whoever was asked.
@Service
class People {
    private final AccountStore accounts;
    private final InvitationStore invitations;
    private final AccountSecrets secrets;
    private final Sessions sessions;
    private final Audit audit;
    private final Clock clock;

    People(
            AccountStore accounts,
            InvitationStore invitations,
            AccountSecrets secrets,
            Sessions sessions,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.secrets = secrets;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /// Somebody asked who has not come yet.
    ///
    /// @param email empty when she types her own
    /// @param anew whether she has an account and sets up anew how she signs in
    /// @param waits whether a second person has to confirm it
    /// @param by name of whoever asked; empty where the one looking may not know her
    /// @param mine whether it was the one looking
    record Waiting(
            UUID id,
            String name,
            String email,
            AgencyId agency,
            Set<Role> roles,
            Instant until,
            boolean anew,
            boolean waits,
            String by,
            boolean mine) {
        @Override
        public String toString() {
            return "Waiting[" + id + "]";
        }
    }

    @Transactional(readOnly = true)
    List<AccountView> all() {
        return accounts.all();
    }

    @Transactional(readOnly = true)
    List<Waiting> waiting() {
        AccountId self = Acting.person().account();
        return invitations.open(clock.instant()).stream().map(row -> waiting(row, self)).toList();
    }

    private Waiting waiting(InvitationStore.Row row, AccountId self) {
        byte[] email = row.email();
        AccountId by = row.by();
        return new Waiting(
                row.id(),
                row.name(),
                email == null ? "" : secrets.openInvited(row.id(), email),
                row.agency(),
                row.roles(),
                row.expires(),
                row.account() != null,
                row.waits(),
                by == null ? "" : accounts.find(by).map(AccountView::name).orElse(""),
                self.equals(by));
    }

    /// Names of everybody else who may confirm an invitation now.
    @Transactional(readOnly = true)
    ///
    /// @param invited whose invitation it is, if she has an account: she is no second person
    List<String> confirmers(Optional<AccountId> invited) {
        AccountId self = Acting.person().account();
        return accounts.all().stream()
                .filter(AccountView::active)
                .filter(a -> !a.id().equals(self) && RoleRules.mayConfirm(a.roles()))
                .filter(a -> !invited.equals(Optional.of(a.id())))
                .map(AccountView::name)
                .toList();
    }

    /// @throws NotHere when it no longer waits, or she asked for it herself
    @Transactional
    void confirm(UUID invitation) {
        if (!invitations.confirm(invitation, Acting.person().account(), clock.instant())) {
            throw new NotHere();
        }
        audit.record(AuditEntry.of("account.invitation-confirmed", "invitation", invitation));
    }

    /// @throws NotHere when it was used or cancelled already
    @Transactional
    void cancel(UUID invitation) {
        if (!invitations.cancel(invitation, clock.instant())) {
            throw new NotHere();
        }
        audit.record(AuditEntry.of("account.invitation-cancelled", "invitation", invitation));
    }

    /// Whether somebody signs in with this address already; so nobody is asked under her own address
    /// for roles she would give herself.
    @Transactional(readOnly = true)
    boolean isTaken(Email email) {
        return accounts.isTaken(secrets.lookup(email));
    }

    /// Suspends or takes back. Because nobody may change her own standing, and changes wait for each
    /// other, at least the administrator who acts last is left. Every session ends both times: none
    /// that was stolen before comes to life again afterwards. What she had asked for ends with her.
    ///
    /// @throws NotHere when there is no such account, or it is her own
    @Transactional
    void setActive(AccountId id, boolean active) {
        accounts.lockStandings();
        Actor.Person actor = Acting.person();
        boolean may = isAdministrator(actor.account());
        if (!may || actor.account().equals(id) || !accounts.setStatus(id, active)) {
            throw new NotHere();
        }
        int cancelled = active ? 0 : invitations.cancelAllOf(id, clock.instant());
        sessions.endAll(id);
        audit.record(
                AuditEntry.of(
                        active ? "account.reinstated" : "account.suspended",
                        "account",
                        id.value(),
                        cancelled == 0
                                ? new String[] {"status"}
                                : new String[] {"status", "invitations"}));
    }

    /// Somebody as she can be changed. @param version of her account, to be handed back
    record Changing(AccountView account, int version) {}

    /// @throws NotHere when there is no such account, or it is the one acting
    @Transactional(readOnly = true)
    Changing changing(AccountId id) {
        if (Acting.person().account().equals(id)) {
            throw new NotHere();
        }
        return new Changing(
                accounts.find(id).orElseThrow(NotHere::new), accounts.version(id).orElseThrow());
    }

    /// What somebody may do, and what she is by trade. It counts from her next request. Whoever is no
    /// administrator any more leaves no invitations behind.
    ///
    /// @param seen version of the account the change was made on
    /// @throws NotHere when there is no such account, it is her own, or she is no administrator any more
    /// @throws Stale when somebody else changed it since
    /// @throws IllegalArgumentException when the roles exclude each other, or there are none
    @Transactional
    void change(AccountId id, int seen, Profession profession, Set<Role> roles) {
        if (roles.isEmpty() || !RoleRules.fit(roles)) {
            throw new IllegalArgumentException("Such roles are nobody's");
        }
        accounts.lockStandings();
        Actor.Person actor = Acting.person();
        if (!isAdministrator(actor.account()) || actor.account().equals(id)) {
            throw new NotHere();
        }
        AccountView before = accounts.find(id).orElseThrow(NotHere::new);
        if (!accounts.setRoles(id, seen, profession, roles)) {
            throw new Stale();
        }
        if (before.roles().contains(Role.ADMINISTRATOR) && !roles.contains(Role.ADMINISTRATOR)) {
            invitations.cancelAllOf(id, clock.instant());
        }
        audit.record(
                AuditEntry.of("account.roles-changed", "account", id.value(), "roles", "profession"));
    }

    private boolean isAdministrator(AccountId id) {
        return accounts.find(id)
                .filter(AccountView::active)
                .filter(a -> a.roles().contains(Role.ADMINISTRATOR))
                .isPresent();
    }

    void endSessions(AccountId id) {
        sessions.endAll(id);
    }
}
