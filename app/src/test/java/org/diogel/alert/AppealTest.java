package org.diogel.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.alert.House.as;

import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.messages.Delivery;
import org.diogel.messages.Jobs;
import org.diogel.messages.Messages;
import org.diogel.vault.KeyId;
import org.diogel.vault.KeyOwner;
import org.diogel.vault.Vault;
import org.diogel.web.NotHere;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What the police or another body asks to be passed on goes the same way as a warning from a report:
/// the same checks, two people, the same end; and it says to nobody but the desk who asked.
@WebTest
class AppealTest {

    private static final String PERSON = "CANARY-APPEAL Sergeant Somebody, rung back";

    @Autowired ApplicationContext app;
    @Autowired Alerts alerts;
    @Autowired Publishing publishing;
    @Autowired Board board;
    @Autowired AlertClock clock;
    @Autowired @Qualifier("alertKeys") KeyOwner alertKeys;
    @Autowired Messages messages;
    @Autowired Vault vault;
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
    void twoPeoplePublishItMembersReadItAndSeeOnlyWhichBodyAsks() {
        AlertId id = started();
        assertThat(as(house.anwen, () -> alerts.propose(id, version(id), new Warning(Map.of()))))
                .as("it says nothing yet")
                .isInstanceOf(Outcome.Empty.class);
        propose(id);
        assertThat(as(house.anwen, () -> publishing.publish(id, version(id))))
                .isInstanceOf(Outcome.SamePerson.class);
        assertThat(as(house.bethan, () -> publishing.publish(id, version(id))))
                .isInstanceOf(Outcome.Done.class);
        clock.run();
        Board.Reading reading = as(house.farMember, () -> board.open(id));
        assertThat(reading.row().kind().name()).isEqualTo("police-appeal");
        assertThat(reading.warning().orElseThrow().text("asked.en")).contains("blue car");
        assertThat(about(id)).extracting(Delivery::account).contains(house.farMember.account());
        assertThatThrownBy(() -> as(house.stranger, () -> alerts.open(id))).isInstanceOf(NotHere.class);
    }

    @Test
    void whoAskedStaysWhateverIsTyped() {
        AlertId id = started();
        as(
                house.anwen,
                () ->
                        alerts.save(
                                id,
                                version(id),
                                asked().with(Map.of("source.body", List.of("Somebody else")))));
        Warning kept = as(house.anwen, () -> alerts.open(id)).warning().orElseThrow();
        assertThat(kept.text("source.body")).isEqualTo("Made-up Police");
        assertThat(kept.text("source.person")).isEqualTo(PERSON);
    }

    @Test
    void theSameWordsAreAskedAboutAsInAnyWarning() {
        AlertId id = started();
        Outcome outcome =
                as(
                        house.anwen,
                        () ->
                                alerts.propose(
                                        id,
                                        version(id),
                                        asked().with(
                                                        Map.of(
                                                                "asked.en",
                                                                List.of("Ring 07700 900555 about it")))));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Flagged.class,
                        flagged ->
                                assertThat(flagged.open()).extracting(Flag::kind).contains("digits"));
    }

    @Test
    void aReportsWarningHasNoWordsOfAnAppeal() {
        AlertId id = as(house.anwen, () -> alerts.start(house.tell("members").report()));
        as(
                house.anwen,
                () ->
                        alerts.save(
                                id,
                                version(id),
                                House.warning()
                                        .with(
                                                Map.of(
                                                        "asked.en", List.of("Anything"),
                                                        "source.body", List.of("Anybody")))));
        Warning kept = as(house.anwen, () -> alerts.open(id)).warning().orElseThrow();
        assertThat(kept.has("asked.en")).isFalse();
        assertThat(kept.source()).isEmpty();
    }

    @Test
    void itIsCorrectedAndWithdrawnLikeAnyOtherAndWhoeverReadItHears() {
        AlertId first = published();
        clock.run();
        as(house.member, () -> board.open(first));
        AlertId second = as(house.anwen, () -> alerts.correct(first));
        assertThat(as(house.anwen, () -> alerts.correct(first))).isEqualTo(second);
        propose(second);
        as(house.bethan, () -> publishing.publish(second, version(second)));
        clock.run();
        assertThat(as(house.member, () -> board.open(first)).newer()).contains(second);
        assertThat(about(first))
                .filteredOn(d -> d.subjectKind().equals(AlertNews.END))
                .extracting(Delivery::account)
                .contains(house.member.account());
        as(
                house.bethan,
                () -> {
                    publishing.withdraw(second, version(second), "They found the person");
                    return true;
                });
        assertThat(as(house.member, () -> board.open(second)).warning()).isEmpty();
    }

    @Test
    void itIsSealedUnderAKeyOfItsOwnThatIsNeverTakenForLeftOverAndGoesAYearAfterItEnded()
            throws Exception {
        AlertId id = published();
        AlertRow row = as(house.anwen, () -> alerts.open(id)).row();
        assertThat(row.report()).isNull();
        KeyId key = key(id);
        Actor sweep = new Actor.Task("sweep");
        assertThat(Acting.as(sweep, "testing", () -> read(() -> alertKeys.named(List.of(key)))))
                .containsExactly(key);
        assertThat(raw()).doesNotContain("CANARY-APPEAL");
        as(
                house.bethan,
                () -> {
                    publishing.withdraw(id, version(id), "They found the person");
                    return true;
                });
        clock.run();
        assertThat(vault.holds(key)).isTrue();
        run("UPDATE alert.alert SET ended_at = now() - interval '367 days' WHERE id = '" + id + "'");
        clock.run();
        assertThat(vault.holds(key)).isFalse();
        assertThat(as(house.anwen, () -> alerts.open(id)).warning()).isEmpty();
        assertThat(as(house.anwen, () -> alerts.open(id)).events())
                .noneMatch(event -> !event.note().isEmpty());
    }

    private AlertId started() {
        return as(
                house.anwen,
                () ->
                        alerts.startFor(
                                AlertKind.get("police-appeal"),
                                new Warning(
                                        Map.of(
                                                "source.body", List.of("Made-up Police"),
                                                "source.person", List.of(PERSON),
                                                "source.reason", List.of("Witnesses")))));
    }

    private AlertId published() {
        AlertId id = started();
        propose(id);
        as(house.bethan, () -> publishing.publish(id, version(id)));
        return id;
    }

    private void propose(AlertId id) {
        assertThat(as(house.anwen, () -> alerts.propose(id, version(id), asked())))
                .isInstanceOf(Outcome.Done.class);
    }

    private static Warning asked() {
        return new Warning(
                Map.of(
                        "asked.en", List.of("Who has seen a small blue car?"),
                        "asked.cy", List.of("Pwy sydd wedi gweld car bach glas?"),
                        "regions", List.of("SOUTH_WALES"),
                        "audience", List.of(Warning.ALL)));
    }

    private int version(AlertId id) {
        return as(house.anwen, () -> alerts.open(id)).row().version();
    }

    private List<Delivery> about(AlertId id) {
        return as(house.anwen, () -> read(() -> messages.about(id.value())));
    }

    private KeyId key(AlertId id) throws Exception {
        try (var superuser = TestDatabase.superuser();
                var row =
                        superuser
                                .createStatement()
                                .executeQuery("SELECT key_id FROM alert.alert WHERE id = '" + id + "'")) {
            row.next();
            return new KeyId(row.getObject(1, java.util.UUID.class));
        }
    }

    private static String raw() throws Exception {
        StringBuilder all = new StringBuilder();
        try (var superuser = TestDatabase.superuser();
                var rows =
                        superuser
                                .createStatement()
                                .executeQuery("SELECT a::text, c::text FROM alert.alert a, alert.content c")) {
            while (rows.next()) {
                all.append(rows.getString(1)).append(rows.getString(2));
            }
        }
        return all.toString();
    }

    private <T> T read(java.util.function.Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(_ -> work.get());
    }

    private static void run(String sql) throws Exception {
        try (var superuser = TestDatabase.superuser();
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
