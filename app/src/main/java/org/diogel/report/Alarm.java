package org.diogel.report;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.messages.Messages;
import org.diogel.messages.SendCheck;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells the safeguarding leads of a desk that something waits for them, and again until one of them
/// opens it. The message itself says nothing.
@Component
class Alarm implements SendCheck {

    static final Duration AGAIN = Duration.ofMinutes(30);

    private static final Actor TASK = new Actor.Task("alarm");
    private static final String PURPOSE = "safeguarding";

    private final SweepStore store;
    private final Accounts accounts;
    private final Messages messages;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Alarm(
            SweepStore store,
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

    boolean isDue() {
        return Acting.as(
                TASK,
                PURPOSE,
                () ->
                        Boolean.TRUE.equals(
                                transaction.execute(status -> !unanswered().isEmpty())));
    }

    void run() {
        Acting.run(
                TASK,
                PURPOSE,
                () -> transaction.executeWithoutResult(status -> ring()));
    }

    private List<SweepStore.Unanswered> unanswered() {
        return store.unanswered(clock.instant().minus(AGAIN));
    }

    private void ring() {
        for (SweepStore.Unanswered report : unanswered()) {
            for (AccountView lead :
                    accounts.listActiveWithRole(
                            Role.SAFEGUARDING_LEAD, new AgencyId(report.agency()))) {
                messages.queue(
                        lead.id(), Messages.NEUTRAL, subjectKind(), report.report().value());
            }
            store.noteAlarm(report.report(), clock.instant());
        }
    }

    @Override
    public String subjectKind() {
        return "report";
    }

    @Override
    public boolean stillWanted(UUID subject) {
        return store.isUnanswered(subject);
    }
}
