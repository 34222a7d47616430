package org.diogel.liaison;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diogel.access.Access;
import org.diogel.access.KeptOutParties;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.consent.Consents;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.messages.Messages;
import org.diogel.messages.Outgoing;
import org.diogel.messages.SendCheck;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens to packages by itself: officers and the desk get a neutral message when something is
/// there for them, again after two days while it lies unread, and a package goes back to the desk when
/// nobody of its force is left to read it or the protocol with that force has ended. Each has a transaction of its own, so that one that cannot
/// go on holds no other.
@Component
class LiaisonClock implements SendCheck {

    /// Messages to officers.
    static final String KIND = "package";

    static final Actor TASK = new Actor.Task("liaison-clock");

    /// After how long somebody is told again of what still lies unread.
    static final Duration AGAIN = Duration.ofDays(2);

    private static final String PURPOSE = "liaison";
    private static final Logger LOG = LoggerFactory.getLogger(LiaisonClock.class);

    private final PackageStore store;
    private final Ledger ledger;
    private final Receivers receivers;
    private final Accounts accounts;
    private final Access access;
    private final Messages messages;
    private final Consents consents;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LiaisonClock(
            PackageStore store,
            Ledger ledger,
            Receivers receivers,
            Accounts accounts,
            Access access,
            Messages messages,
            Consents consents,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.ledger = ledger;
        this.receivers = receivers;
        this.accounts = accounts;
        this.access = access;
        this.messages = messages;
        this.consents = consents;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    boolean isDue() {
        return Acting.as(
                TASK,
                PURPOSE,
                () ->
                        rows().stream()
                                .anyMatch(
                                        row ->
                                                row.officerNews() && isDue(row.officerToldAt())
                                                        || row.deskNews() && isDue(row.deskToldAt())));
    }

    void run() {
        Acting.run(
                TASK,
                PURPOSE,
                () -> {
                    for (PackageRow row : rows()) {
                        try {
                            transaction.executeWithoutResult(_ -> settle(row.id()));
                        } catch (RuntimeException notDone) {
                            // An exception may quote what it stumbled over: its kind alone is logged.
                            LOG.warn(
                                    "A package was not settled: {}",
                                    notDone.getClass().getSimpleName());
                        }
                    }
                });
    }

    private List<PackageRow> rows() {
        List<PackageRow> rows = transaction.execute(_ -> store.unsettled());
        return rows == null ? List.of() : rows;
    }

    private void settle(PackageId id) {
        PackageRow row = store.lock(id).orElseThrow();
        if (row.receiver() != null && !row.state().equals(PackageState.TAKEN_BACK)) {
            List<AccountView> officers =
                    accounts.listActiveWithRole(Role.POLICE_LIAISON, row.receiver());
            if (officers.isEmpty() || !mayGet(row, row.receiver())) {
                giveBack(row);
            } else if (row.officerNews() && isDue(row.officerToldAt())) {
                officers.forEach(officer -> queue(officer, KIND, row));
                store.noteOfficersTold(id, clock.instant());
            }
        }
        PackageRow now = store.find(id).orElseThrow();
        if (now.deskNews() && isDue(now.deskToldAt())) {
            KeptOutParties out = access.keptOut(now.report().value());
            for (Role role : List.of(Role.MODERATOR, Role.CASEWORKER)) {
                accounts.listActiveWithRole(role, now.agency()).stream()
                        .filter(one -> !out.has(one.id(), one.agency()))
                        .forEach(one -> queue(one, DeskWord.KIND, now));
            }
            store.noteDeskTold(id, clock.instant());
        }
    }

    /// Nobody of the force is there any more, or no protocol covers it any more. What nobody opened goes back to the desk, to be handed
    /// over; what somebody opened stays with the force, and the desk is told that nobody answers.
    private void giveBack(PackageRow row) {
        if (row.state() == PackageState.SENT) {
            ledger.move(row, PackageMove.RETURN);
            messages.cancel(KIND, row.id().value());
            consents.cameBack(
                    row.report().value(), row.recipient(), row.id().value(), row.mark());
        } else if (row.officerNews()) {
            store.seenByOfficers(row.id());
            ledger.done(row, "nobody-there");
            store.tellDesk(row.id());
        }
    }

    private void queue(AccountView to, String kind, PackageRow row) {
        messages.queue(
                new Outgoing(
                        to.id(),
                        Messages.NEUTRAL,
                        kind,
                        row.id().value(),
                        row.report().value(),
                        row.agency(),
                        false,
                        false,
                        null));
    }

    private boolean mayGet(PackageRow row, AgencyId force) {
        return receivers.mayGet(row.report(), row.agency(), force, row.choice());
    }

    private boolean isDue(@Nullable Instant toldAt) {
        return toldAt == null || !toldAt.plus(AGAIN).isAfter(clock.instant());
    }

    @Override
    public String subjectKind() {
        return KIND;
    }

    /// Only while something is there that nobody has looked at, and she has not asked for it back.
    @Override
    public boolean stillWanted(UUID subject, AccountId to) {
        return store.find(new PackageId(subject))
                .filter(row -> row.officerNews() && row.state() != PackageState.TAKEN_BACK)
                .filter(row -> row.receiver() != null && mayGet(row, row.receiver()))
                .isPresent();
    }
}
