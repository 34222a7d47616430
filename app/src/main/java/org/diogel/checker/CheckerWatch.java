package org.diogel.checker;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.messages.Messages;
import org.diogel.messages.SendCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells administrators and data protection officers when somebody goes on and on after the last look
/// was used, as whoever tries numbers one by one does, or when far too much was asked by all; and
/// forgets old counts. The message itself says
/// nothing.
@Component
class CheckerWatch implements SendCheck {

    static final String KIND = "checker";

    /// Refused looks of one person on one day that are no mistake any more.
    static final int MANY = 20;

    private static final Actor TASK = new Actor.Task("checker-watch");
    private static final Logger LOG = LoggerFactory.getLogger(CheckerWatch.class);

    private final BudgetStore store;
    private final TopUpStore more;
    private final Budget budget;
    private final Accounts accounts;
    private final Messages messages;
    private final TransactionTemplate transaction;

    CheckerWatch(
            BudgetStore store,
            TopUpStore more,
            Budget budget,
            Accounts accounts,
            Messages messages,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.more = more;
        this.budget = budget;
        this.accounts = accounts;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
    }

    void run() {
        Acting.run(
                TASK,
                "watching",
                () ->
                        transaction.executeWithoutResult(
                                _ -> {
                                    store.suspects(MANY).forEach(this::tell);
                                    tellOfClosing(budget.today());
                                    store.forget(budget.today());
                                    more.forget(budget.today());
                                }));
    }

    @Override
    public String subjectKind() {
        return KIND;
    }

    /// What was refused stays refused.
    @Override
    public boolean stillWanted(UUID subject, AccountId to) {
        return true;
    }

    private void tell(BudgetStore.Suspect suspect) {
        if (!store.markTold(suspect)) {
            return;
        }
        LOG.warn(
                "Somebody went on looking things up long after the last look of the day: see the page"
                        + " Looks refused.");
        tellAll(suspect.account());
    }

    private void tellOfClosing(LocalDate day) {
        if (!budget.isClosed() || !store.markTold(day)) {
            return;
        }
        LOG.warn("Far more was checked today than on other days: checking stopped for everybody.");
        tellAll(UUID.nameUUIDFromBytes(("checks " + day).getBytes(StandardCharsets.UTF_8)));
    }

    private void tellAll(UUID about) {
        for (Role role : List.of(Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER)) {
            for (AccountView somebody : accounts.listActiveWithRole(role)) {
                messages.queueOnce(somebody.id(), Messages.NEUTRAL, KIND, about);
            }
        }
    }
}
