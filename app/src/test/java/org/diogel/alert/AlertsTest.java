package org.diogel.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.alert.House.as;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.consent.NotAgreed;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Lang;
import org.diogel.messages.Delivery;
import org.diogel.messages.Jobs;
import org.diogel.messages.Messages;
import org.diogel.report.QueueItem;
import org.diogel.report.Receipts;
import org.diogel.report.ReportErased;
import org.diogel.report.Reports;
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

@WebTest
class AlertsTest {

    private static final String WHY = "Somebody may be hurt tonight";

    @Autowired ApplicationContext app;
    @Autowired Alerts alerts;
    @Autowired Publishing publishing;
    @Autowired Board board;
    @Autowired AlertClock clock;
    @Autowired AlertStatus status;
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
    void aWarningBeginsWithWhatSheAgreedToShareAndNothingElse() {
        AlertId id = start(house.tell("members"));
        Warning warning = as(house.anwen, () -> alerts.open(id)).warning().orElseThrow();
        assertThat(warning.list("kinds")).containsExactlyInAnyOrder("robbery", "threats");
        assertThat(warning.text("month")).isEqualTo("2026-03");
        assertThat(warning.text("description.en")).isEqualTo("Tall, teal coat");
        assertThat(warning.text("phone")).isEqualTo("…0123");
        assertThat(warning.values().toString())
                .doesNotContain("CANARY", House.CONTACT, "home", "2026-03-27");
    }

    @Test
    void withoutAgreementNoneIsStarted() {
        Ticket ticket = house.tell();
        assertThatThrownBy(() -> start(ticket)).isInstanceOf(NotAgreed.class);
        assertThat(as(house.anwen, () -> AllPages.of(alerts))).noneMatch(r -> r.report().equals(ticket.report()));
    }

    /// As after an update that changed what an excerpt shows.
    @Test
    void whatSheWasNotShownIsNotPublished() throws Exception {
        Ticket ticket = house.tell("members");
        AlertId id = start(ticket);
        propose(id);
        try (var superuser = TestDatabase.superuser();
                var other =
                        superuser.prepareStatement(
                                "UPDATE consent.agreed SET shown = sha256(shown) WHERE subject = ?")) {
            other.setObject(1, ticket.report().value());
            assertThat(other.executeUpdate()).isEqualTo(1);
        }
        assertThat(as(house.bethan, () -> publishing.publish(id, version(id))))
                .isInstanceOf(Outcome.NotAgreed.class);
        assertThat(as(house.member, () -> AllPages.of(board))).noneMatch(e -> e.row().id().equals(id));
    }

    @Test
    void twoPeoplePublishAndMembersAreTold() {
        Ticket ticket = house.tell("members");
        AlertId id = start(ticket);
        propose(id);
        assertThat(as(house.anwen, () -> publishing.publish(id, version(id))))
                .isInstanceOf(Outcome.SamePerson.class);
        assertThat(as(house.member, () -> AllPages.of(board))).noneMatch(e -> e.row().id().equals(id));
        assertThat(as(house.bethan, () -> publishing.publish(id, version(id))))
                .isInstanceOf(Outcome.Done.class);

        clock.run();
        clock.run();
        List<Delivery> queued = as(house.anwen, () -> read(() -> messages.about(id.value())));
        assertThat(queued)
                .extracting(Delivery::account)
                .contains(house.member.account(), house.farMember.account())
                .doesNotHaveDuplicates();

        assertThat(as(house.farMember, () -> AllPages.of(board)))
                .filteredOn(e -> e.row().id().equals(id))
                .singleElement()
                .matches(Board.Entry::unread);
        assertThat(as(house.farMember, () -> board.open(id)).warning()).isPresent();
        assertThat(as(house.farMember, () -> AllPages.of(board)))
                .filteredOn(e -> e.row().id().equals(id))
                .noneMatch(Board.Entry::unread);
        assertThat(disclosed(ticket)).isEqualTo(1);
        assertThat(as(holder(ticket), () -> read(() -> status.statusOf(ticket.report()))))
                .extracting(l -> l.key())
                .containsExactly("alert.status.published");
    }

    @Test
    void bothLanguagesSayTheSameUnlessItCannotWait() {
        AlertId id = start(house.tell("members"));
        as(
                house.anwen,
                () ->
                        alerts.propose(
                                id,
                                version(id),
                                warning().with(Map.of("description.cy", List.of()))));
        assertThat(as(house.bethan, () -> publishing.publish(id, version(id))))
                .isEqualTo(new Outcome.LanguageMissing(Lang.CY));
        assertThat(as(house.anwen, () -> publishing.publishAlone(id, version(id), WHY)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(as(house.member, () -> board.open(id)).row().isUnconfirmed()).isTrue();
        assertThat(as(house.bethan, () -> publishing.confirm(id, version(id))))
                .isEqualTo(new Outcome.LanguageMissing(Lang.CY));
    }

    @Test
    void onePersonsWordLapsesAfterADayUnlessASecondConfirms() {
        AlertId lapsing = alone();
        AlertId confirmed = alone();
        assertThat(as(house.anwen, () -> publishing.confirm(confirmed, version(confirmed))))
                .isInstanceOf(Outcome.SamePerson.class);
        assertThat(as(house.bethan, () -> publishing.confirm(confirmed, version(confirmed))))
                .isInstanceOf(Outcome.Done.class);

        clockAfter(Duration.ofHours(23)).run();
        assertThat(state(lapsing)).isEqualTo(AlertState.PUBLISHED);
        clockAfter(Duration.ofHours(25)).run();
        assertThat(state(lapsing)).isEqualTo(AlertState.EXPIRED);
        assertThat(state(confirmed)).isEqualTo(AlertState.PUBLISHED);
        clockAfter(Duration.ofDays(31)).run();
        assertThat(state(confirmed)).isEqualTo(AlertState.EXPIRED);
        assertThat(as(house.member, () -> board.open(confirmed)).warning()).isEmpty();
    }

    @Test
    void whoeverPublishedAloneIsNotTheSecondPerson() {
        AlertId id = start(house.tell("members"));
        propose(id);
        as(house.bethan, () -> publishing.publishAlone(id, version(id), WHY));
        assertThat(as(house.bethan, () -> publishing.confirm(id, version(id))))
                .isInstanceOf(Outcome.SamePerson.class);
        assertThat(as(house.catrin, () -> publishing.confirm(id, version(id))))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aCorrectionTakesThePlaceOfTheEarlierOneAndNeedsTwoPeopleToo() {
        AlertId first = published(house.tell("members"));
        AlertId second = as(house.anwen, () -> alerts.correct(first));
        propose(second);
        assertThat(as(house.anwen, () -> publishing.publish(second, version(second))))
                .isInstanceOf(Outcome.SamePerson.class);
        as(house.bethan, () -> publishing.publish(second, version(second)));
        assertThat(state(first)).isEqualTo(AlertState.CORRECTED);
        Board.Reading old = as(house.member, () -> board.open(first));
        assertThat(old.warning()).isEmpty();
        assertThat(old.newer()).contains(second);
    }

    @Test
    void whatTwoPeopleWriteAtOnceIsNotOverwritten() {
        AlertId id = start(house.tell("members"));
        int seen = version(id);
        as(house.anwen, () -> alerts.save(id, seen, warning()));
        assertThatThrownBy(() -> as(house.bethan, () -> alerts.save(id, seen, warning())))
                .isInstanceOf(Stale.class);
    }

    @Test
    void openFlagsKeepItFromASecondPerson() {
        AlertId id = start(house.tell("members"));
        Warning giveaway = warning().with(Map.of("manner.en", List.of("Came to the hotel at 23:40")));
        Outcome outcome = as(house.anwen, () -> alerts.propose(id, version(id), giveaway));
        assertThat(outcome).isInstanceOf(Outcome.Flagged.class);
        assertThat(state(id)).isEqualTo(AlertState.DRAFT);
        Map<String, List<String>> reasons = new java.util.HashMap<>();
        ((Outcome.Flagged) outcome)
                .open()
                .forEach(f -> reasons.put("reason." + f.id(), List.of("The chain is all over Wales")));
        assertThat(as(house.anwen, () -> alerts.propose(id, version(id), giveaway.with(reasons))))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void takingBackEndsEveryWarningAndStopsWhatHasNotGone() {
        Ticket ticket = house.tell("members");
        AlertId out = published(ticket);
        clock.run();
        AlertId draft = as(house.anwen, () -> alerts.correct(out));
        receipts.stop(ticket);

        assertThat(state(out)).isEqualTo(AlertState.WITHDRAWN);
        assertThat(state(draft)).isEqualTo(AlertState.WITHDRAWN);
        assertThat(as(house.member, () -> board.open(out)).warning()).isEmpty();
        assertThat(as(house.anwen, () -> read(() -> messages.about(out.value()))))
                .isNotEmpty()
                .allMatch(d -> d.state() == Delivery.State.CANCELLED);
        assertThat(as(new Actor.Task("outbox"), () -> read(() -> clock.stillWanted(out.value(), house.member.account()))))
                .isFalse();
        assertThat(as(holder(ticket), () -> read(() -> status.statusOf(ticket.report()))))
                .extracting(l -> l.key())
                .containsExactly("alert.status.published", "alert.status.withdrawn");
    }

    /// Whatever she added stays unread until somebody has read it.
    @Test
    void savingComparesWithTheReportAndReadsNothing() {
        Ticket ticket = house.tell("members");
        AlertId id = start(ticket);
        receipts.add(ticket, "He knows my sister");
        as(house.anwen, () -> alerts.save(id, version(id), warning()));
        QueueItem item = as(house.anwen, () -> app.getBean(Reports.class).get(ticket.report()));
        assertThat(item.flags()).contains(QueueItem.Flag.ADDED, QueueItem.Flag.UNOPENED);
        assertThat(receipts.get(ticket).due()).isNotNull();
    }

    @Test
    void theWordsGoWithTheReport() {
        Ticket ticket = house.tell("members");
        AlertId id = published(ticket);
        as(
                new Actor.Task("sweep"),
                () ->
                        read(
                                () -> {
                                    app.publishEvent(new ReportErased(ticket.report()));
                                    return true;
                                }));
        assertThat(as(house.anwen, () -> alerts.open(id)).warning()).isEmpty();
        assertThat(state(id)).isEqualTo(AlertState.WITHDRAWN);
    }

    @Test
    void nobodyElseSeesADraftAndMembersSeeNothingOfTheReport() {
        Ticket ticket = house.tell("members");
        AlertId id = start(ticket);
        for (Actor actor : List.of(house.member, house.farMember)) {
            assertThat(as(actor, () -> AllPages.of(board))).noneMatch(e -> e.row().id().equals(id));
            assertThatThrownBy(() -> as(actor, () -> board.open(id))).isInstanceOf(NotHere.class);
        }
        assertThatThrownBy(() -> as(house.stranger, () -> alerts.open(id)))
                .isInstanceOf(NotHere.class);
        assertThat(as(house.stranger, () -> AllPages.of(alerts))).noneMatch(r -> r.id().equals(id));
        for (String table : List.of("alert.alert", "alert.content", "alert.event")) {
            assertThat(as(house.farMember, () -> read(() -> count(table, id)))).as(table).isZero();
            assertThat(as(house.stranger, () -> read(() -> count(table, id)))).as(table).isZero();
        }
        propose(id);
        as(house.bethan, () -> publishing.publish(id, version(id)));
        assertThat(as(house.farMember, () -> read(() -> count("alert.event", id)))).isZero();
        assertThat(
                        as(
                                house.farMember,
                                () ->
                                        read(
                                                () ->
                                                        jdbc.sql("SELECT count(*) FROM report.report")
                                                                .query(Long.class)
                                                                .single())))
                .isZero();
    }

    @Test
    void aWarningForSomeMembersIsForNoOther() {
        AlertId id = start(house.tell("members"));
        Warning some = warning().with(Map.of("audience", List.of(house.far.toString())));
        as(house.anwen, () -> alerts.propose(id, version(id), some));
        as(house.bethan, () -> publishing.publish(id, version(id)));
        clock.run();
        assertThat(as(house.farMember, () -> board.open(id)).warning()).isPresent();
        assertThatThrownBy(() -> as(house.member, () -> board.open(id))).isInstanceOf(NotHere.class);
        assertThat(as(house.anwen, () -> read(() -> messages.about(id.value()))))
                .extracting(Delivery::account)
                .containsExactly(house.farMember.account());
    }

    private Warning warning() {
        return new Warning(
                Map.of(
                        "kinds", List.of("robbery"),
                        "severity", List.of("DANGEROUS"),
                        "regions", List.of("SOUTH_WALES"),
                        "audience", List.of(Warning.ALL),
                        "description.en", List.of("Tall, teal coat"),
                        "description.cy", List.of("Tal, côt wyrddlas"),
                        "phone", List.of("…0123"),
                        "days", List.of("30")));
    }

    private AlertId alone() {
        AlertId id = start(house.tell("members"));
        propose(id);
        assertThat(as(house.anwen, () -> publishing.publishAlone(id, version(id), WHY)))
                .isInstanceOf(Outcome.Done.class);
        return id;
    }

    private AlertId published(Ticket ticket) {
        AlertId id = start(ticket);
        propose(id);
        assertThat(as(house.bethan, () -> publishing.publish(id, version(id))))
                .isInstanceOf(Outcome.Done.class);
        return id;
    }

    private AlertId start(Ticket ticket) {
        return as(house.anwen, () -> alerts.start(ticket.report()));
    }

    private void propose(AlertId id) {
        assertThat(as(house.anwen, () -> alerts.propose(id, version(id), warning())))
                .isInstanceOf(Outcome.Done.class);
    }

    private int version(AlertId id) {
        return row(id).version();
    }

    private AlertState state(AlertId id) {
        return row(id).state();
    }

    private AlertRow row(AlertId id) {
        return as(house.anwen, () -> AllPages.of(alerts)).stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private AlertClock clockAfter(Duration later) {
        return House.clockAfter(app, later);
    }

    private long count(String table, AlertId id) {
        String column = table.equals("alert.alert") ? "id" : "alert";
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE " + column + " = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    private int disclosed(Ticket ticket) {
        return as(
                house.anwen,
                () ->
                        read(
                                () ->
                                        jdbc.sql(
                                                        "SELECT count(*) FROM consent.disclosure WHERE subject = :s")
                                                .param("s", ticket.report().value())
                                                .query(Integer.class)
                                                .single()));
    }

    private static Actor holder(Ticket ticket) {
        return new Actor.Holder(ticket.report().value(), false);
    }

    private <T> T read(java.util.function.Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(_ -> work.get());
    }
}
