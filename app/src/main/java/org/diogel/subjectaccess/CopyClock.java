package org.diogel.subjectaccess;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.account.Accounts;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.messages.Messages;
import org.diogel.messages.SendCheck;
import org.diogel.report.ReportErased;
import org.diogel.vault.KeyId;
import org.diogel.vault.KeyOwner;
import org.diogel.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells officers that somebody asked and, a week before, that the day is near; ends copies after
/// fourteen days; forgets what ended two years ago.
@Component
class CopyClock implements SendCheck, KeyOwner {

    private static final Actor TASK = new Actor.Task("copies");
    private static final String PURPOSE = "keeping-time";
    private static final int WEEK = 7;
    private static final Logger LOG = LoggerFactory.getLogger(CopyClock.class);

    private final CopyStore store;
    private final PieceStore pieces;
    private final Accounts accounts;
    private final Messages messages;
    private final Vault vault;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CopyClock(
            CopyStore store,
            PieceStore pieces,
            Accounts accounts,
            Messages messages,
            Vault vault,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.pieces = pieces;
        this.accounts = accounts;
        this.messages = messages;
        this.vault = vault;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    boolean isDue() {
        return Acting.as(TASK, PURPOSE, () -> !read(() -> store.untold(soon())).isEmpty());
    }

    void run() {
        Acting.run(
                TASK,
                PURPOSE,
                () -> {
                    read(() -> store.untold(soon())).forEach(row -> trying(() -> tell(row)));
                    read(pieces::over).forEach(id -> trying(() -> pieces.empty(id)));
                    read(store::old).forEach(this::forget);
                });
    }

    private void tell(CopyRow row) {
        var officers = accounts.listActiveWithRole(Role.DATA_PROTECTION_OFFICER, row.agency());
        if (!officers.isEmpty() && store.markTold(row.id(), soon())) {
            officers.stream()
                    .filter(officer -> !officer.id().value().equals(row.subject().id()))
                    .forEach(
                            officer ->
                                    messages.queueOnce(
                                            officer.id(), Messages.NEUTRAL, Copies.KIND, row.id().value()));
        }
    }

    private void forget(CopyRow row) {
        trying(
                () -> {
                    if (store.forget(row.id())) {
                        vault.destroy(row.key());
                    }
                });
    }

    /// What was gathered of a report goes with it, in the same transaction.
    @EventListener
    void on(ReportErased erased) {
        UUID report = erased.report().value();
        pieces.about(report).forEach(pieces::empty);
        store.end(report, clock.instant());
    }

    private void trying(Runnable work) {
        try {
            transaction.executeWithoutResult(_ -> work.run());
        } catch (RuntimeException left) {
            LOG.warn("The clock of copies left one: {}", left.getClass().getSimpleName());
        }
    }

    private LocalDate soon() {
        return clock.instant().atZone(Copies.LONDON).toLocalDate().plusDays(WEEK);
    }

    private <T> List<T> read(Supplier<List<T>> query) {
        List<T> rows = transaction.execute(_ -> query.get());
        return rows == null ? List.of() : rows;
    }

    @Override
    public String subjectKind() {
        return Copies.KIND;
    }

    @Override
    public boolean stillWanted(UUID subject, AccountId to) {
        return store.find(new CopyId(subject)).filter(CopyRow::isOpen).isPresent();
    }

    @Override
    public Collection<KeyId> named(Collection<KeyId> keys) {
        return store.named(keys);
    }
}
