package org.diogel.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.alert.House.as;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.diogel.WebTest;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Actor;
import org.diogel.messages.Delivery;
import org.diogel.messages.Jobs;
import org.diogel.messages.Messages;
import org.diogel.report.Receipts;
import org.diogel.report.Ticket;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What is said to whom, how often, and for how long something counts when nothing runs in the
/// background.
@WebTest
class AlertNewsTest {

    private static final String WHY = "Somebody may be hurt tonight";

    @Autowired ApplicationContext app;
    @Autowired Alerts alerts;
    @Autowired Publishing publishing;
    @Autowired Board board;
    @Autowired AlertClock clock;
    @Autowired AlertNews news;
    @Autowired Receipts receipts;
    @Autowired Messages messages;
    @Autowired Jobs jobs;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    private House house;

    @BeforeEach
    void partnership() {
        jobs.stop();
        house = new House(app);
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @Test
    void whoeverReadItIsToldOnceThatItNoLongerCounts() {
        Ticket ticket = house.tell("members");
        AlertId stopped = published(ticket);
        clock.run();
        as(house.member, () -> board.open(stopped));
        receipts.stop(ticket);
        clock.run();
        clock.run();
        assertThat(told(stopped)).containsExactly(house.member.account());

        AlertId withdrawn = published(house.tell("members"));
        as(house.farMember, () -> board.open(withdrawn));
        as(
                house.anwen,
                () -> {
                    publishing.withdraw(withdrawn, version(withdrawn), "It was somebody else");
                    return true;
                });
        clock.run();
        clock.run();
        assertThat(told(withdrawn)).containsExactly(house.farMember.account());
    }

    @Test
    void whoeverWasSentAMessageIsToldThoughSheNeverOpenedIt() throws Exception {
        AlertId id = published(house.tell("members"));
        clock.run();
        run("UPDATE messages.delivery SET state = 'sending' WHERE subject = '" + id + "' AND account = '"
                + house.farMember.account().value() + "'");
        as(
                house.anwen,
                () -> {
                    publishing.withdraw(id, version(id), "It was somebody else");
                    return true;
                });
        clock.run();
        assertThat(told(id)).containsExactly(house.farMember.account());
    }

    @Test
    void aCorrectionAndALapseAreSaidTooButNotThatItsTimeWasOver() {
        AlertId first = published(house.tell("members"));
        as(house.member, () -> board.open(first));
        AlertId second = as(house.anwen, () -> alerts.correct(first));
        propose(second);
        as(house.bethan, () -> publishing.publish(second, version(second)));
        AlertId alone = alone(house.tell("members"));
        as(house.member, () -> board.open(alone));
        AlertId over = published(house.tell("members"));
        as(house.member, () -> board.open(over));
        clock.run();
        House.clockAfter(app, Duration.ofHours(25)).run();
        House.clockAfter(app, Duration.ofDays(31)).run();
        assertThat(told(first)).containsExactly(house.member.account());
        assertThat(told(alone)).containsExactly(house.member.account());
        assertThat(told(over)).isEmpty();
        assertThat(as(house.member, () -> AllPages.of(board)))
                .filteredOn(e -> e.row().isNoLongerTrue())
                .extracting(e -> e.row().id())
                .contains(first, alone)
                .doesNotContain(over);
        assertThat(as(house.member, () -> board.open(alone)).warning()).isEmpty();
    }

    @Test
    void thatItNoLongerCountsStandsOnThePageForThirtyDays() throws Exception {
        Ticket ticket = house.tell("members");
        AlertId id = published(ticket);
        receipts.stop(ticket);
        assertThat(as(house.member, () -> AllPages.of(board))).anyMatch(e -> e.row().id().equals(id));
        run("UPDATE alert.alert SET ended_at = now() - interval '31 days' WHERE id = '" + id + "'");
        assertThat(as(house.member, () -> AllPages.of(board))).noneMatch(e -> e.row().id().equals(id));
        assertThat(seen(house.member, "alert.alert", "id", id)).isZero();
    }

    /// Nothing runs: the database itself shows nothing for too long.
    @Test
    void whatIsOverIsNotShownThoughNothingEndedIt() throws Exception {
        AlertId over = published(house.tell("members"));
        AlertId alone = alone(house.tell("members"));
        for (AlertId id : List.of(over, alone)) {
            assertThat(seen(house.member, "alert.content", "alert", id)).isOne();
        }
        run("UPDATE alert.alert SET expires_at = now() - interval '1 second' WHERE id = '" + over + "'");
        run("UPDATE alert.alert SET lapses_at = now() - interval '1 second' WHERE id = '" + alone + "'");
        for (AlertId id : List.of(over, alone)) {
            assertThat(seen(house.member, "alert.alert", "id", id)).isZero();
            assertThat(seen(house.member, "alert.content", "alert", id)).isZero();
            assertThat(as(house.member, () -> AllPages.of(board))).noneMatch(e -> e.row().id().equals(id));
            assertThatThrownBy(() -> as(house.member, () -> board.open(id)))
                    .isInstanceOf(NotHere.class);
            assertThat(as(new Actor.Task("outbox"), () -> read(() -> clock.stillWanted(id.value(), house.member.account()))))
                    .isFalse();
        }
    }

    @Test
    void oneWarningThatCannotGoOnHoldsNoOther() throws Exception {
        AlertId poison = published(house.tell("members"));
        AlertId other = published(house.tell("members"));
        run("UPDATE alert.alert SET expires_at = now() - interval '1 second' WHERE id IN ('" + poison
                + "', '" + other + "')");
        run("ALTER TABLE alert.event ADD CONSTRAINT poison CHECK (alert <> '" + poison
                + "' OR what <> 'expired')");
        try {
            clock.run();
        } finally {
            run("ALTER TABLE alert.event DROP CONSTRAINT poison");
        }
        assertThat(state(poison)).isEqualTo(AlertState.PUBLISHED);
        assertThat(state(other)).isEqualTo(AlertState.EXPIRED);
    }

    @Test
    void thoseWhoMayBeTheSecondPersonAreAskedAndNobodyElse() {
        house.enrol(house.anwen, house.bethan);
        AlertId id = alone(house.tell("members"));
        clock.run();
        clock.run();
        assertThat(about(id, AlertNews.SECOND)).containsExactly(house.bethan.account());
        assertThat(as(new Actor.Task("outbox"), () -> read(() -> news.stillWanted(id.value(), house.bethan.account()))))
                .isTrue();
        as(house.bethan, () -> publishing.confirm(id, version(id)));
        assertThat(as(new Actor.Task("outbox"), () -> read(() -> news.stillWanted(id.value(), house.bethan.account()))))
                .isFalse();
    }

    /// While nothing runs in the background too.
    @Test
    void whatLapsedIsNotBroughtBackByConfirmingIt() throws Exception {
        AlertId id = alone(house.tell("members"));
        try (var sql =
                TestDatabase.superuser()
                        .prepareStatement(
                                "update alert.alert set lapses_at = now() - interval '1 second'"
                                        + " where id = ?")) {
            sql.setObject(1, id.value());
            assertThat(sql.executeUpdate()).isOne();
        }
        int version = version(id);
        assertThatThrownBy(() -> as(house.bethan, () -> publishing.confirm(id, version)))
                .isInstanceOf(Stale.class);
    }

    @Test
    void onePersonsWordIsEnoughOnceForAReport() {
        Ticket ticket = house.tell("members");
        AlertId first = alone(ticket);
        // Correcting it, and proposing and publishing that alone, would go on for ever.
        AlertId second = as(house.anwen, () -> alerts.correct(first));
        propose(second);
        assertThat(publishAlone(second)).isInstanceOf(Outcome.AloneBefore.class);
        House.clockAfter(app, Duration.ofHours(25)).run();
        assertThat(state(first)).isEqualTo(AlertState.EXPIRED);
        assertThat(publishAlone(second)).isInstanceOf(Outcome.AloneBefore.class);
        AlertId anew = as(house.anwen, () -> alerts.start(ticket.report()));
        propose(anew);
        assertThat(publishAlone(anew)).isInstanceOf(Outcome.AloneBefore.class);
        assertThat(as(house.bethan, () -> publishing.publish(anew, version(anew))))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whereASecondPersonJoinedItMayBeDoneAgain() {
        Ticket ticket = house.tell("members");
        AlertId first = alone(ticket);
        as(house.bethan, () -> publishing.confirm(first, version(first)));
        AlertId second = as(house.anwen, () -> alerts.correct(first));
        propose(second);
        assertThat(publishAlone(second)).isInstanceOf(Outcome.Done.class);
    }

    private Outcome publishAlone(AlertId id) {
        return as(house.anwen, () -> publishing.publishAlone(id, version(id), WHY));
    }

    private AlertId alone(Ticket ticket) {
        AlertId id = as(house.anwen, () -> alerts.start(ticket.report()));
        propose(id);
        assertThat(publishAlone(id)).isInstanceOf(Outcome.Done.class);
        return id;
    }

    private AlertId published(Ticket ticket) {
        AlertId id = as(house.anwen, () -> alerts.start(ticket.report()));
        propose(id);
        assertThat(as(house.bethan, () -> publishing.publish(id, version(id))))
                .isInstanceOf(Outcome.Done.class);
        return id;
    }

    private void propose(AlertId id) {
        assertThat(as(house.anwen, () -> alerts.propose(id, version(id), House.warning())))
                .isInstanceOf(Outcome.Done.class);
    }

    /// Accounts that are told that it no longer counts.
    private List<AccountId> told(AlertId id) {
        return about(id, AlertNews.END);
    }

    private List<AccountId> about(AlertId id, String kind) {
        return as(house.anwen, () -> read(() -> messages.about(id.value()))).stream()
                .filter(d -> d.subjectKind().equals(kind))
                .map(Delivery::account)
                .toList();
    }

    private int version(AlertId id) {
        return row(id).version();
    }

    private AlertState state(AlertId id) {
        return row(id).state();
    }

    private AlertRow row(AlertId id) {
        return as(house.anwen, () -> alerts.open(id)).row();
    }

    private long seen(Actor actor, String table, String column, AlertId id) {
        return as(
                actor,
                () ->
                        read(
                                () ->
                                        jdbc.sql("SELECT count(*) FROM " + table + " WHERE " + column + " = :id")
                                                .param("id", id.value())
                                                .query(Long.class)
                                                .single()));
    }

    private static void run(String sql) throws Exception {
        try (var superuser = TestDatabase.superuser();
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private <T> T read(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(_ -> work.get());
    }
}
