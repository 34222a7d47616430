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
import org.diogel.kernel.WorkingDays;
import org.diogel.messages.Messages;
import org.diogel.messages.SendCheck;
import org.diogel.vault.KeyId;
import org.diogel.vault.KeyOwner;
import org.diogel.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells officers and leads two working days before notes are due; forgets what ended seven years ago.
@Component
class AskedClock implements SendCheck, KeyOwner {

    private static final Actor TASK = new Actor.Task("copies");
    private static final String PURPOSE = "keeping-time";
    private static final int BEFORE = 2;
    private static final Logger LOG = LoggerFactory.getLogger(AskedClock.class);

    private final AskedStore store;
    private final Accounts accounts;
    private final Messages messages;
    private final Vault vault;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AskedClock(
            AskedStore store,
            Accounts accounts,
            Messages messages,
            Vault vault,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.accounts = accounts;
        this.messages = messages;
        this.vault = vault;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    void run() {
        LocalDate today = clock.instant().atZone(Copies.LONDON).toLocalDate();
        LocalDate soon = WorkingDays.after(today, BEFORE);
        Acting.run(
                TASK,
                PURPOSE,
                () -> {
                    read(() -> store.untold(soon)).forEach(row -> trying(() -> tell(row)));
                    read(store::old).forEach(row -> trying(() -> forget(row)));
                });
    }

    private void tell(AskedRow row) {
        if (store.markTold(row.id())) {
            for (Role role : List.of(Role.DATA_PROTECTION_OFFICER, Role.SAFEGUARDING_LEAD)) {
                accounts.listActiveWithRole(role, row.agency())
                        .forEach(
                                one ->
                                        messages.queueOnce(
                                                one.id(), Messages.NEUTRAL, NotesAsked.KIND, row.id().value()));
            }
        }
    }

    private void forget(AskedRow row) {
        if (store.forget(row.id())) {
            vault.destroy(row.key());
        }
    }

    private void trying(Runnable work) {
        try {
            transaction.executeWithoutResult(_ -> work.run());
        } catch (RuntimeException left) {
            LOG.warn("The clock of notes left one: {}", left.getClass().getSimpleName());
        }
    }

    private <T> List<T> read(Supplier<List<T>> query) {
        List<T> rows = transaction.execute(_ -> query.get());
        return rows == null ? List.of() : rows;
    }

    @Override
    public String subjectKind() {
        return NotesAsked.KIND;
    }

    @Override
    public boolean stillWanted(UUID subject, AccountId to) {
        return store.find(new AskedId(subject)).filter(AskedRow::isOpen).isPresent();
    }

    @Override
    public Collection<KeyId> named(Collection<KeyId> keys) {
        return store.named(keys);
    }
}
