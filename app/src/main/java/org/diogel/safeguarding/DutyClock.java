package org.diogel.safeguarding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diogel.access.Access;
import org.diogel.access.KeptOutParties;
import org.diogel.account.Accounts;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.messages.Messages;
import org.diogel.messages.Outgoing;
import org.diogel.messages.SendCheck;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The desk's safeguarding leads get a neutral message when a time has run out, again after two days.
@Component
class DutyClock implements SendCheck {

    static final String KIND = "duty";
    static final Actor TASK = new Actor.Task("safeguarding-clock");
    static final Duration AGAIN = Duration.ofDays(2);

    private final DutyStore store;
    private final Accounts accounts;
    private final Access access;
    private final Messages messages;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DutyClock(
            DutyStore store,
            Accounts accounts,
            Access access,
            Messages messages,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.accounts = accounts;
        this.access = access;
        this.messages = messages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    void run() {
        Acting.run(
                TASK,
                "safeguarding",
                () -> {
                    List<DutyRow> rows = transaction.execute(_ -> store.all());
                    if (rows != null) {
                        rows.stream().filter(this::isDue).forEach(this::remind);
                    }
                });
    }

    private boolean isDue(DutyRow row) {
        Instant now = clock.instant();
        Instant told = row.remindedAt();
        return row.isLate(now) && (told == null || !told.plus(AGAIN).isAfter(now));
    }

    private void remind(DutyRow row) {
        transaction.executeWithoutResult(
                _ -> {
                    KeptOutParties out = access.keptOut(row.report().value());
                    // No report behind it: what its holder may see of messages says nothing of it.
                    accounts.listActiveWithRole(Role.SAFEGUARDING_LEAD, row.agency()).stream()
                            .filter(lead -> !out.has(lead.id(), lead.agency()))
                            .forEach(
                                    lead ->
                                            messages.queue(
                                                    new Outgoing(
                                                            lead.id(),
                                                            Messages.NEUTRAL,
                                                            KIND,
                                                            row.id().value(),
                                                            null,
                                                            row.agency(),
                                                            false,
                                                            false,
                                                            null)));
                    store.noteReminded(row.id(), clock.instant());
                });
    }

    @Override
    public String subjectKind() {
        return KIND;
    }

    @Override
    public boolean stillWanted(UUID subject, AccountId to) {
        return store.find(new DutyId(subject)).filter(row -> row.isLate(clock.instant())).isPresent();
    }
}
