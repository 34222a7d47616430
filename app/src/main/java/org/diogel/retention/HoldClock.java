package org.diogel.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Role;
import org.diogel.messages.Messages;
import org.diogel.messages.SendCheck;
import org.diogel.vault.KeyId;
import org.diogel.vault.KeyOwner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells the officers of an agency, in neutral words, that a hold is to be looked at again. It goes on
/// until somebody ends it: forgotten, it keeps too long and loses nothing.
@Component
class HoldClock implements SendCheck, KeyOwner {

    static final String KIND = "hold";

    private static final int WEEK = 7;
    private static final Logger LOG = LoggerFactory.getLogger(HoldClock.class);

    private final HoldStore store;
    private final Accounts accounts;
    private final Messages messages;
    private final Clock clock;
    private final TransactionTemplate transaction;

    HoldClock(
            HoldStore store,
            Accounts accounts,
            Messages messages,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    void run() {
        Acting.run(
                Eraser.TASK,
                Eraser.PURPOSE,
                () -> {
                    List<HoldStore.Row> due = transaction.execute(_ -> store.toRemind(soon()));
                    if (due != null) {
                        due.forEach(this::remind);
                    }
                });
    }

    private void remind(HoldStore.Row row) {
        try {
            transaction.executeWithoutResult(_ -> tell(row));
        } catch (RuntimeException untold) {
            LOG.warn("Nobody was told of a hold: {}", untold.getClass().getSimpleName());
        }
    }

    /// Where there is nobody to tell it stays, for whoever comes.
    private void tell(HoldStore.Row row) {
        List<AccountId> officers =
                Stream.of(Role.DATA_PROTECTION_OFFICER, Role.SAFEGUARDING_LEAD)
                        .flatMap(role -> accounts.listActiveWithRole(role, row.agency()).stream())
                        .map(AccountView::id)
                        .distinct()
                        .toList();
        if (!officers.isEmpty()) {
            officers.forEach(
                    to -> messages.queueOnce(to, Messages.NEUTRAL, KIND, row.id().value()));
            store.reminded(row.id());
        }
    }

    private LocalDate soon() {
        return clock.instant().atZone(Clocks.Clocked.LONDON).toLocalDate().plusDays(WEEK);
    }

    @Override
    public String subjectKind() {
        return KIND;
    }

    @Override
    public boolean stillWanted(UUID subject, AccountId to) {
        return store.find(new HoldId(subject))
                .filter(row -> row.endedAt() == null && !row.review().isAfter(soon()))
                .isPresent();
    }

    @Override
    public Collection<KeyId> named(Collection<KeyId> keys) {
        return store.named(keys);
    }
}
