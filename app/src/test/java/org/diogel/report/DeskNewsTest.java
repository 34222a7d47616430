package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.report.Fixtures.DESK;
import static org.diogel.report.Fixtures.as;
import static org.diogel.report.Fixtures.one;

import java.util.Set;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.account.TestPeople;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.messages.Jobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The desk is told of what waits for it: once, neutrally, and only whoever may read it.
@WebTest
class DeskNewsTest {

    @Autowired ApplicationContext app;
    @Autowired Access access;
    @Autowired Telling telling;
    @Autowired Sender sender;
    @Autowired Receipts receipts;
    @Autowired Reports reports;
    @Autowired DeskNews news;
    @Autowired Jobs jobs;
    @Autowired PlatformTransactionManager transactions;

    private Somebody moderator;
    private Somebody lead;

    @BeforeEach
    void people() {
        jobs.stop();
        Fixtures.desks(access);
        TestPeople people = new TestPeople(app);
        news.run();
        moderator = people.somebody(DESK, Role.MODERATOR);
        lead = people.somebody(DESK, Role.SAFEGUARDING_LEAD);
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @Test
    void howeverManyArriveOneMessageWaitsForEachModerator() {
        for (int n = 0; n < 5; n++) {
            sent();
            news.run();
        }
        assertThat(waiting(moderator)).isOne();
        assertThat(waiting(lead)).isZero();
        allSent(moderator);
        news.run();
        assertThat(waiting(moderator)).as("nothing is new").isZero();
        sent();
        news.run();
        assertThat(waiting(moderator)).isOne();
    }

    @Test
    void whatSheAddsIsTold() {
        Ticket ticket = sent();
        open(ticket, moderator, Role.MODERATOR);
        news.run();
        assertThat(waiting(moderator)).as("it was read before anybody was told").isZero();
        receipts.add(ticket, "One thing more");
        news.run();
        assertThat(waiting(moderator)).isOne();
    }

    @Test
    void whatIsLateIsToldOnce() {
        Ticket ticket = sent();
        news.run();
        allSent(moderator);
        one("UPDATE report.report SET due_at = now() - interval '1 minute' WHERE id = ?", ticket.report().value());
        news.run();
        assertThat(waiting(moderator)).isOne();
        allSent(moderator);
        news.run();
        assertThat(waiting(moderator)).isZero();
    }

    @Test
    void whatWaitsForTheLeadIsNoNewsForAnybodyElse() {
        Ticket ticket = Fixtures.draft(telling);
        sender.send(ticket, Fixtures.screened(Screening.YES, Screening.NO));
        receipts.add(ticket, "He is at the door");
        news.run();
        assertThat(waiting(moderator)).isZero();
        assertThat(waiting(lead)).isOne();

        as(person(lead, Role.SAFEGUARDING_LEAD), () -> {
            reports.open(ticket.report(), "screening");
            reports.screen(ticket.report(), reports.get(ticket.report()).version(), ScreeningGround.NEITHER, "all is well");
            return true;
        });
        news.run();
        assertThat(waiting(moderator)).as("let go to the desk").isOne();
    }

    @Test
    void aMessageThatNobodyNeedsAnyMoreIsNotSent() {
        Ticket ticket = sent();
        news.run();
        assertThat(wanted(DeskNews.KIND)).isTrue();
        one("UPDATE report.report SET first_opened = now() WHERE agency = ? AND state = 'SENT'", DESK.value());
        one("UPDATE report.addition SET read_at = now() WHERE author = 'holder'");
        assertThat(wanted(DeskNews.KIND)).isFalse();
        receipts.add(ticket, "One thing more");
        assertThat(wanted(DeskNews.KIND)).isTrue();
    }

    private boolean wanted(String kind) {
        return as(
                new Actor.Task("outbox"),
                () ->
                        new TransactionTemplate(transactions)
                                .execute(_ -> news.check(!kind.equals(DeskNews.KIND)).stillWanted(DESK.value(), new AccountId(UUID.randomUUID()))));
    }

    private Ticket sent() {
        Ticket ticket = Fixtures.draft(telling);
        sender.send(ticket, Fixtures.submission("members"));
        return ticket;
    }

    private void open(Ticket ticket, Somebody who, Role role) {
        as(person(who, role), () -> reports.open(ticket.report(), "triage"));
    }

    private static Actor.Person person(Somebody who, Role role) {
        return new Actor.Person(who.id(), DESK, Set.of(role));
    }

    private static int waiting(Somebody who) {
        return Integer.parseInt(
                one(
                        "SELECT count(*) FROM messages.delivery WHERE account = ? AND subject_kind IN ('desk', 'desk-lead') AND state = 'queued'",
                        who.id().value()));
    }

    private static void allSent(Somebody who) {
        one(
                "UPDATE messages.delivery SET state = 'sent', sent_at = now(), channel = 'mail' WHERE account = ?",
                who.id().value());
    }
}
