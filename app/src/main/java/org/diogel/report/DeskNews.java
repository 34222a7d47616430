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

/// Tells a desk that something arrived, was added, or is late and unread: its moderators, or its
/// safeguarding leads where the report is theirs. A mark on the report, made in the transaction that
/// changed it, says that somebody has to be told, so that none is forgotten; however many there are,
/// each person has one message waiting at most, and no more than one a run.
@Component
class DeskNews {

    /// Subjects of these messages are desks: what its moderators read, what its leads read.
    static final String KIND = "desk";

    static final String HELD_KIND = "desk-lead";

    /// What arrives within a minute is one message.
    private static final Duration TOGETHER = Duration.ofMinutes(1);

    private static final Actor TASK = new Actor.Task("desk-news");
    private static final String PURPOSE = "telling-the-desk";
    private static final Logger LOG = LoggerFactory.getLogger(DeskNews.class);

    private final AlarmStore store;
    private final Duty duty;
    private final Messages messages;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private volatile Instant ran = Instant.EPOCH;

    DeskNews(
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
        Instant now = clock.instant();
        return now.isAfter(ran.plus(TOGETHER))
                && Acting.as(TASK, PURPOSE, () -> !news(now).isEmpty());
    }

    void run() {
        Acting.run(TASK, PURPOSE, this::tellAll);
    }

    private List<AlarmStore.Desk> news(Instant now) {
        List<AlarmStore.Desk> desks = transaction.execute(_ -> store.news(now));
        return desks == null ? List.of() : desks;
    }

    private void tellAll() {
        Instant now = clock.instant();
        ran = now;
        for (AlarmStore.Desk desk : news(now)) {
            try {
                transaction.executeWithoutResult(_ -> tell(desk, now));
            } catch (RuntimeException untold) {
                LOG.warn("A desk was not told of news: {}", untold.getClass().getSimpleName());
            }
        }
    }

    /// Where nobody can be told the mark stays, for whoever comes.
    private void tell(AlarmStore.Desk desk, Instant now) {
        AgencyId agency = new AgencyId(desk.agency());
        List<AccountView> people =
                desk.held()
                        ? duty.at(agency, Role.SAFEGUARDING_LEAD)
                        : duty.at(agency, Role.MODERATOR, Role.CASEWORKER);
        List<AccountView> told = people.isEmpty() ? duty.administrators(agency) : people;
        if (!told.isEmpty() && store.noteTold(desk, now)) {
            String kind = desk.held() ? HELD_KIND : KIND;
            told.forEach(
                    to -> messages.queueOnce(to.id(), Messages.NEUTRAL, kind, desk.agency()));
        }
    }

    /// @param held of what is with the safeguarding lead
    SendCheck check(boolean held) {
        return new SendCheck() {
            @Override
            public String subjectKind() {
                return held ? HELD_KIND : KIND;
            }

            @Override
            public boolean stillWanted(UUID desk, AccountId to) {
                return store.waits(desk, held);
            }
        };
    }
}
