package org.diogel.alert;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Role;
import org.diogel.messages.Delivery;
import org.diogel.messages.Messages;
import org.diogel.messages.Outgoing;
import org.diogel.messages.SendCheck;
import org.springframework.stereotype.Component;

/// Who gets a neutral message about a warning, each in the transaction that notes that it was told.
/// Members are known to background work alone; whoever publishes does not learn who belongs to
/// another agency.
@Component
class AlertNews implements SendCheck {

    /// Asks other moderators to join whoever published alone.
    static final String SECOND = "alert-second";

    /// Says that something no longer counts; the page says so, and not why.
    static final String END = "alert-end";

    private final AlertStore store;
    private final NoteStore notes;
    private final Accounts accounts;
    private final Messages messages;
    private final Clock clock;

    AlertNews(
            AlertStore store, NoteStore notes, Accounts accounts, Messages messages, Clock clock) {
        this.store = store;
        this.notes = notes;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
    }

    /// Members are told of a new one; where one person published it alone, those who may be the
    /// second person too.
    void tell(AlertId id) {
        if (!store.markTold(id)) {
            return;
        }
        AlertRow row = store.find(id).orElseThrow();
        for (AccountView member : accounts.listActiveWithRole(Role.MEMBER)) {
            if (row.isFor(member.agency())) {
                queue(member, AlertClock.KIND, row);
            }
        }
        if (row.isUnconfirmed()) {
            for (AccountView other : accounts.listActiveWithRole(Role.MODERATOR, row.agency())) {
                if (!notes.tookPart(id, other.id()) && !other.id().equals(row.proposedBy())) {
                    queue(other, SECOND, row);
                }
            }
        }
    }

    /// Whoever opened it or was sent a message about it is told once that it no longer counts.
    void takeBack(AlertId id) {
        if (!store.markEndTold(id)) {
            return;
        }
        AlertRow row = store.find(id).orElseThrow();
        if (!row.isNoLongerTrue()) {
            return;
        }
        Set<AccountId> reached = new HashSet<>(notes.readersOf(id));
        messages.about(id.value()).stream()
                .filter(d -> d.subjectKind().equals(AlertClock.KIND) && d.state().hasGone())
                .map(Delivery::account)
                .forEach(reached::add);
        for (AccountView member : accounts.listActiveWithRole(Role.MEMBER)) {
            if (reached.contains(member.id())) {
                queue(member, END, row);
            }
        }
    }

    private void queue(AccountView to, String kind, AlertRow row) {
        messages.queue(
                new Outgoing(
                        to.id(),
                        Messages.NEUTRAL,
                        kind,
                        row.id().value(),
                        row.report().value(),
                        row.agency()));
    }

    @Override
    public String subjectKind() {
        return SECOND;
    }

    /// Only while a second person is still needed. That something ended stays true.
    @Override
    public boolean stillWanted(UUID subject) {
        return store.find(new AlertId(subject))
                .filter(row -> row.isUnconfirmed() && row.isInForce(clock.instant()))
                .isPresent();
    }
}
