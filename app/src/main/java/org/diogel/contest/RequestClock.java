package org.diogel.contest;

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
import org.diogel.vault.KeyId;
import org.diogel.vault.KeyOwner;
import org.diogel.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells officers that something came and, a week before, that the day is near; tells projects that
/// they were asked; forgets what was answered two years ago.
@Component
class RequestClock implements SendCheck, KeyOwner {

    static final String KIND = "contest";
    static final String QUESTION = "contest-question";
    private static final Actor TASK = new Actor.Task("requests");
    private static final String PURPOSE = "telling-officers";
    private static final int WEEK = 7;
    private static final Logger LOG = LoggerFactory.getLogger(RequestClock.class);

    private final RequestStore store;
    private final QuestionStore questions;
    private final Accounts accounts;
    private final Messages messages;
    private final Vault vault;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RequestClock(
            RequestStore store,
            QuestionStore questions,
            Accounts accounts,
            Messages messages,
            Vault vault,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.questions = questions;
        this.accounts = accounts;
        this.messages = messages;
        this.vault = vault;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    boolean isDue() {
        return Acting.as(
                TASK,
                PURPOSE,
                () ->
                        !read(questions::untold).isEmpty()
                                || !read(() -> store.untold(soon())).isEmpty() && hasOfficer());
    }

    void run() {
        Acting.run(
                TASK,
                PURPOSE,
                () -> {
                    read(() -> store.untold(soon())).forEach(row -> trying(() -> tell(row)));
                    read(questions::untold).forEach(row -> trying(() -> tell(row)));
                    read(store::old).forEach(this::forget);
                });
    }

    /// Where there is no officer the mark stays, for whoever comes.
    private void tell(RequestRow row) {
        var officers = accounts.listActiveWithRole(Role.DATA_PROTECTION_OFFICER);
        if (!officers.isEmpty() && store.markTold(row.id(), soon())) {
            officers.forEach(
                    officer ->
                            messages.queueOnce(
                                    officer.id(), Messages.NEUTRAL, KIND, row.id().value()));
        }
    }

    private void tell(QuestionStore.Row row) {
        if (questions.markTold(row.id())) {
            for (Role role : List.of(Role.SAFEGUARDING_LEAD, Role.MODERATOR)) {
                accounts.listActiveWithRole(role, row.agency())
                        .forEach(
                                one ->
                                        messages.queueOnce(
                                                one.id(), Messages.NEUTRAL, QUESTION, row.id()));
            }
        }
    }

    private void forget(RequestRow row) {
        try {
            if (Boolean.TRUE.equals(transaction.execute(_ -> store.forget(row.id())))) {
                vault.destroy(row.key());
            }
        } catch (RuntimeException left) {
            LOG.warn("A request was not forgotten: {}", left.getClass().getSimpleName());
        }
    }

    private void trying(Runnable work) {
        try {
            transaction.executeWithoutResult(_ -> work.run());
        } catch (RuntimeException untold) {
            LOG.warn("Nobody was told of a request: {}", untold.getClass().getSimpleName());
        }
    }

    private boolean hasOfficer() {
        return !read(() -> accounts.listActiveWithRole(Role.DATA_PROTECTION_OFFICER)).isEmpty();
    }

    private LocalDate soon() {
        return clock.instant().atZone(Requests.LONDON).toLocalDate().plusDays(WEEK);
    }

    private <T> List<T> read(Supplier<List<T>> query) {
        List<T> rows = transaction.execute(_ -> query.get());
        return rows == null ? List.of() : rows;
    }

    @Override
    public String subjectKind() {
        return KIND;
    }

    /// What an officer has opened or answered meanwhile needs no message, unless its day is near.
    @Override
    public boolean stillWanted(UUID subject, AccountId to) {
        return store.find(new RequestId(subject))
                .filter(row -> row.unread() || row.isOpen() && !row.dueOn().isAfter(soon()))
                .isPresent();
    }

    @Override
    public Collection<KeyId> named(Collection<KeyId> keys) {
        return store.named(keys);
    }
}
