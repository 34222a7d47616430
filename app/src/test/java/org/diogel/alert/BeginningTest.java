package org.diogel.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.alert.House.as;

import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.consent.NotAgreed;
import org.diogel.messages.Jobs;
import org.diogel.report.Receipts;
import org.diogel.report.Ticket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// With what a warning begins, what stays out of it, and for whom it is.
@WebTest
class BeginningTest {

    private static final List<String> DESCRIBES =
            List.of("names", "description", "manner", "phone", "email", "vehicle", "car");

    @Autowired ApplicationContext app;
    @Autowired Alerts alerts;
    @Autowired Publishing publishing;
    @Autowired Receipts receipts;
    @Autowired Jobs jobs;

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

    /// His number stands in her narrative alone: no field may take it.
    @Test
    void whatWouldDescribeSomebodyCloseStaysShutThoughSheAnsweredNoneOfIt() {
        for (String relation : List.of("partner", "ex", "relative", "police", "professional")) {
            Ticket ticket =
                    house.tell(
                            Map.of(
                                    "them.relation", List.of(relation),
                                    "them.description", List.of(),
                                    "them.phone", List.of(),
                                    "where.contact", List.of("website"),
                                    "words", List.of("Kev did it again, he is on 07700 900555")),
                            "members");
            AlertId id = start(ticket);
            assertThat(open(id).shut()).as(relation).containsAll(DESCRIBES).contains("contact");
            save(
                    id,
                    House.warning()
                            .with(
                                    Map.of(
                                            "phone", List.of("…0555"),
                                            "names", List.of("Kev"),
                                            "contact", List.of("phone"),
                                            "manner.cy", List.of("Mae’n cynnig lifft"))));
            Warning kept = open(id).warning().orElseThrow();
            assertThat(kept.values()).doesNotContainKeys("phone", "names", "contact", "manner.cy");
            assertThat(kept.values()).doesNotContainKeys("description.en", "description.cy");
        }
    }

    @Test
    void aStrangerMayBeDescribedThoughSheDidNotDoSo() {
        AlertId id = start(house.tell(Map.of("them.phone", List.of()), "members"));
        assertThat(open(id).shut()).doesNotContainAnyElementsOf(DESCRIBES).doesNotContain("contact");
    }

    @Test
    void thatSheKnewThePersonIsNeverSaid() {
        AlertId id = start(house.tell(Map.of("where.contact", List.of("known")), "members"));
        assertThat(open(id).shut()).contains("contact");
        assertThat(open(id).warning().orElseThrow().has("contact")).isFalse();
        assertThat(WarningFields.get("contact").options()).doesNotContain("known");
    }

    @Test
    void aReasonDoesNotAnswerHerOwnWords() {
        AlertId id = start(house.tell("members"));
        Warning hers =
                House.warning().with(Map.of("manner.en", List.of(House.NARRATIVE)));
        List<Flag> flags =
                ((Outcome.Flagged) as(house.anwen, () -> alerts.propose(id, 1, hers))).open();
        Warning answered = hers;
        for (Flag flag : flags) {
            answered =
                    answered.with(
                            Map.of("reason." + flag.id(), List.of("Everybody talks like this")));
        }
        Warning all = answered;
        assertThat(as(house.anwen, () -> alerts.propose(id, 2, all)))
                .isInstanceOfSatisfying(
                        Outcome.Flagged.class,
                        still -> assertThat(still.open()).extracting(Flag::kind).contains("copied"));
    }

    @Test
    void aNameBeginsWithAllThatWasToldOrNothing() {
        AlertId told =
                start(house.tell(Map.of("them.names", List.of("calls himself Max")), "members"));
        assertThat(open(told).warning().orElseThrow().text("names")).isEqualTo("calls himself Max");
        AlertId much =
                start(
                        house.tell(
                                Map.of(
                                        "them.names",
                                        List.of("One of them was called something like Max or Matt")),
                                "members"));
        assertThat(open(much).warning().orElseThrow().has("names")).isFalse();
    }

    @Test
    void aCorrectionIsOfThisWarningAndAStartIsOfNone() {
        Ticket ticket = house.tell("members");
        AlertId first = start(ticket);
        assertThat(start(ticket)).isEqualTo(first);
        publish(first);
        AlertId second = start(ticket);
        assertThat(second).isNotEqualTo(first);
        AlertId correction = as(house.anwen, () -> alerts.correct(first));
        assertThat(correction).isNotEqualTo(second);
        assertThat(open(correction).row().corrects()).isEqualTo(first);
        assertThat(as(house.anwen, () -> alerts.correct(first))).isEqualTo(correction);
        assertThat(start(ticket)).isEqualTo(second);
    }

    @Test
    void nothingIsBegunOrCorrectedOnceSheTookSharingBack() {
        Ticket ticket = house.tell("members");
        receipts.stop(ticket);
        assertThatThrownBy(() -> start(ticket)).isInstanceOf(NotAgreed.class);
    }

    /// No audience, or one that makes no sense, is nobody.
    @Test
    void whatSaysNotForWhomIsForNobody() {
        assertThat(new Warning(Map.of()).isForEveryone()).isFalse();
        assertThat(new Warning(Map.of("audience", List.of("everyone?"))).isForEveryone()).isFalse();
        AlertId id = start(house.tell("members"));
        Warning nobody = House.warning().with(Map.of("audience", List.of("garbage")));
        assertThat(as(house.anwen, () -> alerts.propose(id, 1, nobody)))
                .isInstanceOf(Outcome.Empty.class);
        assertThat(open(id).row().everyone()).isFalse();
    }

    @Test
    void aboutAPoliceOfficerOrAProfessionalSomebodyHasToChooseWhoGetsIt() {
        for (String relation : List.of("police", "professional")) {
            AlertId id = start(house.tell(Map.of("them.relation", List.of(relation)), "members"));
            Sheet sheet = open(id);
            assertThat(sheet.warning().orElseThrow().has("audience")).as(relation).isFalse();
            assertThat(sheet.original().orElseThrow().excerpt().power()).isTrue();
            Warning unchosen = House.warning().with(Map.of("audience", List.of()));
            assertThat(as(house.anwen, () -> alerts.propose(id, 1, unchosen)))
                    .isInstanceOf(Outcome.Empty.class);
            Warning without =
                    House.warning().with(Map.of("audience", List.of(house.far.toString())));
            assertThat(as(house.anwen, () -> alerts.propose(id, 2, without)))
                    .isInstanceOf(Outcome.Done.class);
        }
        AlertId other = start(house.tell("members"));
        assertThat(open(other).warning().orElseThrow().isForEveryone()).isTrue();
    }

    private AlertId start(Ticket ticket) {
        return as(house.anwen, () -> alerts.start(ticket.report()));
    }

    private Sheet open(AlertId id) {
        return as(house.anwen, () -> alerts.open(id));
    }

    private void save(AlertId id, Warning warning) {
        as(house.anwen, () -> alerts.save(id, open(id).row().version(), warning));
    }

    private void publish(AlertId id) {
        as(house.anwen, () -> alerts.propose(id, open(id).row().version(), House.warning()));
        assertThat(as(house.bethan, () -> publishing.publish(id, open(id).row().version())))
                .isInstanceOf(Outcome.Done.class);
    }
}
