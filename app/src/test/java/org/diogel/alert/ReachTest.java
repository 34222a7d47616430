package org.diogel.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.alert.House.as;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.messages.Delivery;
import org.diogel.messages.Jobs;
import org.diogel.messages.Messages;
import org.diogel.messages.Way;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Whom a warning reaches by which way, what its desk sees of that, and by which way they hear that it
/// no longer counts.
@WebTest
class ReachTest {

    @Autowired ApplicationContext app;
    @Autowired Alerts alerts;
    @Autowired Publishing publishing;
    @Autowired Board board;
    @Autowired AlertClock clock;
    @Autowired Messages messages;
    @Autowired Jobs jobs;
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
    void whoeverChoseOtherAreasIsNotWrittenToAndStillSeesIt() throws Exception {
        choose(house.farMember, "'{NORTH_WALES}', true, false");
        AlertId id = published();
        clock.run();
        assertThat(about(id, AlertClock.KIND))
                .extracting(Delivery::account)
                .contains(house.member.account())
                .doesNotContain(house.farMember.account());
        assertThat(as(house.farMember, () -> AllPages.of(board)))
                .extracting(e -> e.row().id())
                .contains(id);
    }

    @Test
    void whatIsDangerousIsUrgentAndAnythingElseIsNot() throws Exception {
        AlertId dangerous = published(Map.of("severity", List.of("DANGEROUS")));
        AlertId risky = published(Map.of("severity", List.of("RISKY")));
        clock.run();
        assertThat(urgent(dangerous)).containsOnly(true);
        assertThat(urgent(risky)).containsOnly(false);
    }

    @Test
    void theEndGoesByEveryWayTheNewsWent() throws Exception {
        AlertId id = published();
        clock.run();
        AccountId both = house.member.account();
        run(
                "UPDATE messages.delivery SET state = 'sent', via = 'mail', sent_at = now(), channel ="
                        + " 'mail' WHERE subject = '" + id + "' AND account = '" + both.value() + "'");
        run(
                "INSERT INTO messages.delivery (id, account, template, subject_kind, subject, agency,"
                        + " state, via, sent_at, channel, chosen) SELECT gen_random_uuid(), account,"
                        + " template, subject_kind, subject, agency, 'sent', 'text', now(), 'notify',"
                        + " true FROM messages.delivery WHERE subject = '" + id + "' AND account = '"
                        + both.value() + "'");
        as(house.farMember, () -> board.open(id));
        as(
                house.anwen,
                () -> {
                    publishing.withdraw(id, version(id), "It was somebody else");
                    return true;
                });
        clock.run();
        clock.run();
        List<Delivery> ends = about(id, AlertNews.END);
        assertThat(ends)
                .filteredOn(d -> d.account().equals(both))
                .extracting(Delivery::via)
                .containsExactlyInAnyOrder(Way.MAIL, Way.TEXT);
        assertThat(ends)
                .filteredOn(d -> d.account().equals(house.farMember.account()))
                .as("who read the page hears as she chose")
                .extracting(Delivery::via)
                .containsExactly((Way) null);
        Ledger ledger = as(house.bethan, () -> alerts.open(id)).ledger();
        assertThat(ledger.news()).isNotEmpty();
        assertThat(ledger.ends()).isNotEmpty();
    }

    @Test
    void theLedgerCountsByWayAndOutcomeAndShowsNoSmallCount() throws Exception {
        List<Actor.Person> many = new ArrayList<>();
        for (int n = 0; n < 9; n++) {
            many.add(
                    new Actor.Person(
                            new AccountId(UUID.randomUUID()), house.far, java.util.Set.of(Role.MEMBER)));
        }
        house.enrol(many.toArray(Actor.Person[]::new));
        AlertId id = started();
        assertThat(as(house.anwen, () -> alerts.open(id)).audience().value()).isGreaterThanOrEqualTo(11);
        publish(id);
        clock.run();
        run(
                "UPDATE messages.delivery SET state = 'sent', via = 'mail', sent_at = now(), channel ="
                        + " 'mail' WHERE subject = '" + id + "'");
        as(house.member, () -> board.open(id));
        Ledger ledger = as(house.bethan, () -> alerts.open(id)).ledger();
        assertThat(ledger.news()).hasSize(1);
        assertThat(ledger.news().getFirst().way()).isEqualTo("mail");
        assertThat(ledger.news().getFirst().counts().get(1).value()).isGreaterThanOrEqualTo(11);
        assertThat(ledger.news().getFirst().last()).isNotNull();
        assertThat(ledger.opened().hidden()).as("one is a person").isTrue();
        assertThat(ledger.lastOpened()).isNull();
        assertThat(ledger.ends()).isEmpty();
        assertThat(ledger.others()).isEmpty();

        AlertId few = published();
        clock.run();
        run("DELETE FROM messages.delivery WHERE subject = '" + few + "' AND account <> '"
                + house.member.account().value() + "'");
        Ledger small = as(house.bethan, () -> alerts.open(few)).ledger();
        assertThat(small.news().getFirst().counts()).noneMatch(count -> count.some());
        assertThat(small.news().getFirst().last()).isNull();
    }

    private AlertId published() {
        return published(Map.of());
    }

    private AlertId published(Map<String, List<String>> with) {
        AlertId id = started();
        propose(id, with);
        as(house.bethan, () -> publishing.publish(id, version(id)));
        return id;
    }

    private AlertId started() {
        AlertId id = as(house.anwen, () -> alerts.start(house.tell("members").report()));
        as(house.anwen, () -> alerts.save(id, version(id), House.warning()));
        return id;
    }

    private void publish(AlertId id) {
        propose(id, Map.of());
        as(house.bethan, () -> publishing.publish(id, version(id)));
    }

    private void propose(AlertId id, Map<String, List<String>> with) {
        assertThat(as(house.anwen, () -> alerts.propose(id, version(id), House.warning().with(with))))
                .isInstanceOf(Outcome.Done.class);
    }

    private int version(AlertId id) {
        return as(house.anwen, () -> alerts.open(id)).row().version();
    }

    private List<Delivery> about(AlertId id, String kind) {
        return as(
                        house.anwen,
                        () ->
                                new TransactionTemplate(transactions)
                                        .execute(_ -> messages.about(id.value())))
                .stream()
                .filter(d -> d.subjectKind().equals(kind))
                .toList();
    }

    private static List<Boolean> urgent(AlertId id) throws Exception {
        List<Boolean> urgent = new ArrayList<>();
        try (var superuser = TestDatabase.superuser();
                var rows =
                        superuser
                                .createStatement()
                                .executeQuery(
                                        "SELECT urgent FROM messages.delivery WHERE subject = '" + id + "'")) {
            while (rows.next()) {
                urgent.add(rows.getBoolean(1));
            }
        }
        return urgent;
    }

    private static void choose(Actor.Person who, String values) throws Exception {
        run(
                "INSERT INTO messages.preference (account, regions, mail, text) VALUES ('"
                        + who.account().value() + "', " + values + ")");
    }

    private static void run(String sql) throws Exception {
        try (var superuser = TestDatabase.superuser();
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
