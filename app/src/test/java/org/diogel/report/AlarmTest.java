package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.report.Fixtures.DESK;
import static org.diogel.report.Fixtures.OTHER;
import static org.diogel.report.Fixtures.one;

import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.account.TestPeople;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WebTest
class AlarmTest {

    @Autowired ApplicationContext app;
    @Autowired Access access;
    @Autowired Telling telling;
    @Autowired Sender sender;
    @Autowired Reports reports;
    @Autowired Alarm alarm;
    @Autowired DutyGap gap;
    @Autowired org.diogel.web.Languages languages;
    @Autowired PlatformTransactionManager transactions;

    private TestPeople.Somebody lead;

    @BeforeEach
    void people() {
        Fixtures.desks(access);
        TestPeople people = new TestPeople(app);
        lead = people.somebody(DESK, Role.SAFEGUARDING_LEAD);
        people.somebody(DESK, Role.MODERATOR);
        people.somebody(OTHER, Role.SAFEGUARDING_LEAD);
    }

    @Test
    void theLeadsOfTheDeskAreToldAndToldAgainUntilOneHasDecided() {
        Ticket ticket = Fixtures.draft(telling);
        sender.send(ticket, Fixtures.screened(Screening.UNSURE, Screening.NO));

        alarm.run();
        int first = told(ticket);
        assertThat(first).isGreaterThanOrEqualTo(1);
        alarm.run();
        assertThat(told(ticket)).isEqualTo(first);
        assertThat(told(ticket, lead)).isOne();
        assertThat(stillWanted(ticket)).isTrue();

        later(ticket);
        alarm.run();
        assertThat(told(ticket, lead)).isEqualTo(2);

        Fixtures.as(
                new Actor.Person(
                        lead.id(), DESK, java.util.Set.of(Role.SAFEGUARDING_LEAD)),
                () -> reports.open(ticket.report(), "screening"));
        later(ticket);
        alarm.run();
        assertThat(told(ticket, lead)).as("quiet after a look").isEqualTo(2);
        assertThat(stillWanted(ticket)).isFalse();

        one(
                "UPDATE report.report SET first_opened = now() - interval '121 minutes' WHERE id = ?",
                ticket.report().value());
        assertThat(stillWanted(ticket)).isTrue();
        alarm.run();
        assertThat(told(ticket, lead)).isEqualTo(3);

        later(ticket);
        Fixtures.as(
                new Actor.Person(lead.id(), DESK, java.util.Set.of(Role.SAFEGUARDING_LEAD)),
                () -> {
                    int seen = reports.get(ticket.report()).version();
                    reports.screen(ticket.report(), seen, ScreeningGround.CHILD, "seen");
                    return true;
                });
        alarm.run();
        assertThat(told(ticket, lead)).isEqualTo(3);
    }

    @Test
    void aDeskWithoutALeadIsAnAlarmForWhoeverGivesRoles() {
        TestPeople.Somebody administrator =
                new TestPeople(app).somebody(OTHER, Role.ADMINISTRATOR);
        one("UPDATE account.account SET status = 'suspended' WHERE agency_id = ? AND 'SAFEGUARDING_LEAD' = ANY (roles)", OTHER.value());
        Ticket ticket = telling.start(org.diogel.kernel.Lang.EN);
        var story = new java.util.HashMap<>(Fixtures.STORY);
        story.put("where.region", java.util.List.of("GWENT"));
        telling.save(ticket, org.diogel.kernel.Lang.EN, story, "");
        sender.send(ticket, Fixtures.screened(Screening.YES, Screening.NO));

        alarm.run();
        alarm.run();
        assertThat(told(ticket, administrator)).isOne();
        assertThat(rungAt(ticket)).as("an alarm nobody got").isEqualTo("null");
        assertThat(gaps(administrator)).contains("Made-up Project Two has no safeguarding lead");
        one("UPDATE messages.delivery SET queued_at = queued_at - interval '31 minutes' WHERE subject = ?", ticket.report().value());
        alarm.run();
        assertThat(told(ticket, administrator)).isEqualTo(2);

        TestPeople.Somebody first = new TestPeople(app).somebody(OTHER, Role.SAFEGUARDING_LEAD);
        alarm.run();
        assertThat(told(ticket, first)).as("told at once").isOne();
        assertThat(rungAt(ticket)).isNotEqualTo("null");
    }

    /// What she finds after signing in.
    private String gaps(TestPeople.Somebody administrator) {
        return Fixtures.as(
                        new Actor.Person(
                                administrator.id(), OTHER, java.util.Set.of(Role.ADMINISTRATOR)),
                        () -> gap.lines(languages.in(org.diogel.kernel.Lang.EN)))
                .toString();
    }

    private static String rungAt(Ticket ticket) {
        return one("SELECT alarmed_at FROM report.report WHERE id = ?", ticket.report().value());
    }

    @Test
    void nobodyElseIsToldAndACalmReportRingsNobody() {
        Ticket waits = Fixtures.draft(telling);
        Ticket calm = Fixtures.draft(telling);
        sender.send(waits, Fixtures.screened(Screening.NO, Screening.YES));
        sender.send(calm, Fixtures.submission("members"));
        alarm.run();
        assertThat(told(calm)).isZero();
        assertThat(
                        one(
                                """
                                SELECT count(*) FROM messages.delivery d
                                  JOIN account.account a ON a.id = d.account
                                 WHERE d.subject = ? AND NOT 'SAFEGUARDING_LEAD' = ANY (a.roles)
                                """,
                                waits.report().value()))
                .isEqualTo("0");
    }

    private static void later(Ticket ticket) {
        one(
                "UPDATE report.report SET alarmed_at = now() - interval '31 minutes' WHERE id = ?",
                ticket.report().value());
    }

    private boolean stillWanted(Ticket ticket) {
        return Fixtures.as(
                new Actor.Task("outbox"),
                () ->
                        Boolean.TRUE.equals(
                                new TransactionTemplate(transactions)
                                        .execute(
                                                status ->
                                                        alarm.stillWanted(
                                                                ticket.report().value(), new AccountId(UUID.randomUUID())))));
    }

    private static int told(Ticket ticket) {
        return Integer.parseInt(
                one(
                        "SELECT count(*) FROM messages.delivery WHERE subject = ?",
                        ticket.report().value()));
    }

    private static int told(Ticket ticket, TestPeople.Somebody somebody) {
        return Integer.parseInt(
                one(
                        "SELECT count(*) FROM messages.delivery WHERE subject = ? AND account = ?",
                        ticket.report().value(),
                        somebody.id().value()));
    }
}
