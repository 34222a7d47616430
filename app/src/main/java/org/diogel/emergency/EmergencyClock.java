package org.diogel.emergency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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

/// Tells the officers, and the leads of the desk it was opened at, within seconds; tells whoever opened it
/// once it is over that she has to say what she did; both again each day until it is done.
@Component
class EmergencyClock implements SendCheck {

    static final String KIND = "emergency";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Actor TASK = new Actor.Task("emergencies");
    private static final String PURPOSE = "telling-officers";
    private static final Logger LOG = LoggerFactory.getLogger(EmergencyClock.class);

    private final EmergencyStore store;
    private final Accounts accounts;
    private final Messages messages;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EmergencyClock(
            EmergencyStore store,
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
        return Acting.as(TASK, PURPOSE, () -> !untold().isEmpty());
    }

    void run() {
        Acting.run(
                TASK,
                PURPOSE,
                () -> untold().forEach(row -> trying(() -> tell(row))));
    }

    private void tell(OpeningRow row) {
        Instant now = clock.instant();
        List<AccountView> officers =
                Stream.of(row.agency(), row.from())
                        .distinct()
                        .flatMap(of -> accounts.listActiveWithRole(Role.DATA_PROTECTION_OFFICER, of).stream())
                        .filter(officer -> !officer.id().equals(row.account()))
                        .toList();
        boolean anybody = officers.isEmpty();
        store.markTold(row.id(), anybody, now);
        Stream.concat(
                        anybody
                                ? accounts.listActiveWithRole(Role.DATA_PROTECTION_OFFICER).stream()
                                : officers.stream(),
                        accounts.listActiveWithRole(Role.SAFEGUARDING_LEAD, row.agency()).stream())
                .map(AccountView::id)
                .filter(id -> !id.equals(row.account()))
                .distinct()
                .forEach(id -> messages.queueOnce(id, Messages.NEUTRAL, KIND, row.id()));
        if (row.state(now).equals("answer")) {
            messages.queueOnce(row.account(), Messages.NEUTRAL, KIND, row.id());
        }
    }

    private List<OpeningRow> untold() {
        List<OpeningRow> rows =
                transaction.execute(_ -> store.untold(clock.instant().minus(DAY)));
        return rows == null ? List.of() : rows;
    }

    private void trying(Runnable work) {
        try {
            transaction.executeWithoutResult(_ -> work.run());
        } catch (RuntimeException untold) {
            LOG.warn("Nobody was told of an opening: {}", untold.getClass().getSimpleName());
        }
    }

    @Override
    public String subjectKind() {
        return KIND;
    }

    /// What was reviewed meanwhile needs no message.
    @Override
    public boolean stillWanted(UUID subject, AccountId to) {
        return store.find(subject).filter(row -> !row.isReviewed()).isPresent();
    }
}
