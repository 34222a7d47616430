package org.diogel.alert;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.consent.Consents;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.messages.Messages;
import org.diogel.messages.Outgoing;
import org.diogel.messages.SendCheck;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens to warnings by itself: members are told of new ones, and old ones end. Members are
/// known to background work alone; whoever publishes does not learn who belongs to another agency.
@Component
class AlertClock implements SendCheck {

    static final String KIND = "alert";
    static final Actor TASK = new Actor.Task("alert-clock");

    private final AlertStore store;
    private final Contents contents;
    private final Accounts accounts;
    private final Messages messages;
    private final Consents consents;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AlertClock(
            AlertStore store,
            Contents contents,
            Accounts accounts,
            Messages messages,
            Consents consents,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.contents = contents;
        this.accounts = accounts;
        this.messages = messages;
        this.consents = consents;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    boolean isDue() {
        return Acting.as(
                TASK,
                "warnings",
                () ->
                        !read(() -> store.over(clock.instant())).isEmpty()
                                || !read(store::untold).isEmpty());
    }

    void run() {
        Acting.run(
                TASK,
                "warnings",
                () -> {
                    for (AlertRow row : read(() -> store.over(clock.instant()))) {
                        transaction.executeWithoutResult(_ -> end(row));
                    }
                    for (AlertRow row : read(store::untold)) {
                        transaction.executeWithoutResult(_ -> tell(row.id()));
                    }
                });
    }

    private void end(AlertRow row) {
        AlertMove move = row.isUnconfirmed() ? AlertMove.LAPSE : AlertMove.EXPIRE;
        AlertRow now = store.findForChange(row.id()).orElse(null);
        boolean stillOver = now != null && now.version() == row.version();
        if (stillOver && store.end(row.id(), move, clock.instant())) {
            contents.note(row.id(), move.event, null, messages.cancel(KIND, row.id().value()));
        }
    }

    private void tell(AlertId id) {
        AlertRow row =
                store.findForChange(id)
                        .filter(r -> r.state() == AlertState.PUBLISHED)
                        .orElse(null);
        if (row == null) {
            return;
        }
        for (AccountView member : accounts.listActiveWithRole(Role.MEMBER)) {
            if (row.isFor(member.agency())) {
                messages.queue(
                        new Outgoing(
                                member.id(),
                                Messages.NEUTRAL,
                                KIND,
                                id.value(),
                                row.report().value(),
                                row.agency()));
            }
        }
        store.markTold(id);
    }

    @Override
    public String subjectKind() {
        return KIND;
    }

    /// Reads her agreement and the warning's state again.
    @Override
    public boolean stillWanted(UUID subject) {
        return store.find(new AlertId(subject))
                .filter(row -> consents.isStill(row.report().value(), Publishing.MEMBERS))
                .flatMap(row -> store.find(row.id()))
                .filter(row -> row.state() == AlertState.PUBLISHED)
                .isPresent();
    }

    private List<AlertRow> read(java.util.function.Supplier<List<AlertRow>> query) {
        List<AlertRow> found = transaction.execute(_ -> query.get());
        return found == null ? List.of() : found;
    }
}
