package org.diogel.alert;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.diogel.consent.Consents;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.messages.Messages;
import org.diogel.messages.SendCheck;
import org.diogel.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens to warnings by itself: members are told of new ones and of those that no longer
/// count, and old ones end. Each warning has a transaction of its own, so that one that cannot go on
/// holds no other.
@Component
class AlertClock implements SendCheck {

    static final String KIND = "alert";
    static final Actor TASK = new Actor.Task("alert-clock");

    private static final String PURPOSE = "warnings";
    private static final Logger LOG = LoggerFactory.getLogger(AlertClock.class);

    private final AlertStore store;
    private final Contents contents;
    private final AlertNews news;
    private final Messages messages;
    private final Consents consents;
    private final ApplicationEventPublisher events;
    private final Vault vault;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AlertClock(
            AlertStore store,
            Contents contents,
            AlertNews news,
            Messages messages,
            Consents consents,
            ApplicationEventPublisher events,
            Vault vault,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.contents = contents;
        this.news = news;
        this.messages = messages;
        this.consents = consents;
        this.events = events;
        this.vault = vault;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    boolean isDue() {
        return Acting.as(
                TASK,
                PURPOSE,
                () ->
                        !rows(() -> store.over(clock.instant())).isEmpty()
                                || !rows(store::untold).isEmpty()
                                || !rows(store::endUntold).isEmpty());
    }

    void run() {
        Acting.run(
                TASK,
                PURPOSE,
                () -> {
                    each("ended", () -> store.over(clock.instant()), this::end);
                    each("told", store::untold, row -> news.tell(row.id()));
                    each("told to have ended", store::endUntold, row -> news.takeBack(row.id()));
                    forgetOwn();
                });
    }

    private List<AlertRow> rows(Supplier<List<AlertRow>> query) {
        List<AlertRow> rows = transaction.execute(_ -> query.get());
        return rows == null ? List.of() : rows;
    }

    private void each(String what, Supplier<List<AlertRow>> query, Consumer<AlertRow> work) {
        for (AlertRow row : rows(query)) {
            try {
                transaction.executeWithoutResult(_ -> work.accept(row));
            } catch (RuntimeException notDone) {
                // An exception may quote what it stumbled over: its kind alone is logged.
                LOG.warn("A warning was not {}: {}", what, notDone.getClass().getSimpleName());
            }
        }
    }

    /// What comes from no report goes a year after it ended: the text first, then its key. A key that is
    /// left over is destroyed like any that nobody names.
    private void forgetOwn() {
        List<AlertStore.Over> over = transaction.execute(_ -> store.longOver());
        for (AlertStore.Over one : over == null ? List.<AlertStore.Over>of() : over) {
            try {
                transaction.executeWithoutResult(_ -> contents.forget(one.id()));
                vault.destroy(one.key());
            } catch (RuntimeException left) {
                LOG.warn("A warning was not forgotten: {}", left.getClass().getSimpleName());
            }
        }
    }

    private void end(AlertRow row) {
        AlertMove move = row.isUnconfirmed() ? AlertMove.LAPSE : AlertMove.EXPIRE;
        AlertRow now = store.findForChange(row.id()).orElse(null);
        boolean stillOver = now != null && now.version() == row.version();
        if (stillOver && store.end(row.id(), move, clock.instant())) {
            contents.note(row.id(), move.event, null, messages.cancel(KIND, row.id().value()));
            events.publishEvent(new AlertEnded(row.id(), move.to, null));
        }
    }

    @Override
    public String subjectKind() {
        return KIND;
    }

    /// Reads her agreement, the warning's state and the protocol between the agencies again.
    @Override
    public boolean stillWanted(UUID subject, AccountId to) {
        return store.find(new AlertId(subject))
                .filter(
                        row ->
                                row.report() == null
                                        || consents.isStill(
                                                row.report().value(), Publishing.MEMBERS))
                .flatMap(row -> store.find(row.id()))
                .filter(row -> row.isInForce(clock.instant()) && news.mayRead(row, to))
                .isPresent();
    }
}
