package org.diogel.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diogel.account.AccountView;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.messages.Messages;
import org.diogel.messages.SendCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells the safeguarding leads of a desk that something waits for them, and again until one of them
/// decided. A desk without a lead is an alarm of its own: whoever gives roles is told, the log says
/// so, and the first lead to come is told at once. The message itself says nothing.
@Component
class Alarm implements SendCheck {

    static final Duration AGAIN = Duration.ofMinutes(30);

    /// Time to read and to act before it rings again for a report that a lead has opened.
    static final Duration QUIET = Duration.ofHours(2);

    private static final Actor TASK = new Actor.Task("alarm");
    private static final String PURPOSE = "safeguarding";
    private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);

    private final AlarmStore store;
    private final Duty duty;
    private final Messages messages;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private Instant said = Instant.MIN;

    Alarm(
            AlarmStore store,
            Duty duty,
            Messages messages,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.duty = duty;
        this.messages = messages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    boolean isDue() {
        return Acting.as(TASK, PURPOSE, () -> !undecided(clock.instant()).isEmpty());
    }

    void run() {
        Acting.run(TASK, PURPOSE, this::ringAll);
    }

    private void ringAll() {
        Instant now = clock.instant();
        boolean alone = false;
        for (AlarmStore.Undecided report : undecided(now)) {
            try {
                alone |= !Boolean.TRUE.equals(transaction.execute(_ -> ring(report, now)));
            } catch (RuntimeException notRung) {
                // The others ring all the same; this one is tried again in the next run.
                LOG.warn("An alarm did not ring: {}", notRung.getClass().getSimpleName());
            }
        }
        if (alone && said.isBefore(now.minus(AGAIN))) {
            said = now;
            LOG.warn(
                    "A report waits for a safeguarding lead and its desk has none:"
                            + " invite one, or reinstate one, under People.");
        }
    }

    private List<AlarmStore.Undecided> undecided(Instant now) {
        List<AlarmStore.Undecided> found =
                transaction.execute(_ -> store.undecided(now.minus(AGAIN), now.minus(QUIET)));
        return found == null ? List.of() : found;
    }

    /// False when the desk has no lead. Then the alarm does not count as rung.
    private boolean ring(AlarmStore.Undecided report, Instant now) {
        AgencyId desk = new AgencyId(report.agency());
        List<AccountView> leads = duty.of(report.report(), desk, Role.SAFEGUARDING_LEAD);
        if (leads.isEmpty()) {
            boolean lately =
                    messages.about(report.report().value()).stream()
                            .anyMatch(d -> d.queuedAt().isAfter(now.minus(AGAIN)));
            tell(lately ? List.of() : duty.administrators(desk), report);
        } else if (store.noteAlarm(report.report(), now.minus(AGAIN), now)) {
            tell(leads, report);
        }
        return !leads.isEmpty();
    }

    private void tell(List<AccountView> people, AlarmStore.Undecided report) {
        for (AccountView somebody : people) {
            messages.queueUrgent(
                    somebody.id(), Messages.NEUTRAL, subjectKind(), report.report().value());
        }
    }

    @Override
    public String subjectKind() {
        return "report";
    }

    @Override
    public boolean stillWanted(UUID subject, AccountId to) {
        return store.isUndecided(subject, clock.instant().minus(QUIET));
    }
}
