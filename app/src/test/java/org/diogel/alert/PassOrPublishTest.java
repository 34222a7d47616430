package org.diogel.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.alert.House.as;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diogel.WebTest;
import org.diogel.consent.Consents;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.messages.Delivery;
import org.diogel.messages.Jobs;
import org.diogel.messages.Messages;
import org.diogel.report.ReportId;
import org.diogel.report.ReportState;
import org.diogel.report.Reports;
import org.diogel.report.ScreeningGround;
import org.diogel.web.Stale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// A report that goes to the safeguarding lead takes its warnings with it, whoever passes it.
@WebTest
class PassOrPublishTest {

    @Autowired ApplicationContext app;
    @Autowired Alerts alerts;
    @Autowired Publishing publishing;
    @Autowired Reports reports;
    @Autowired Consents consents;
    @Autowired Messages messages;
    @Autowired AlertClock clock;
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

    @ParameterizedTest
    @EnumSource(names = {"MODERATOR", "CASEWORKER", "SAFEGUARDING_LEAD"})
    void whateverWasMadeOfItIsTakenBack(Role role) {
        ReportId report = house.tell("members").report();
        AlertId out = published(report);
        clock.run();
        AlertId draft = as(house.anwen, () -> alerts.correct(out));

        pass(report, new Actor.Person(new AccountId(UUID.randomUUID()), house.desk, Set.of(role)));

        for (AlertId id : new AlertId[] {out, draft}) {
            assertThat(row(id).state()).isEqualTo(AlertState.WITHDRAWN);
        }
        assertThat(as(house.anwen, () -> alerts.open(out)).events())
                .extracting(AlertEvent::what)
                .contains("held-back");
        assertThat(as(house.anwen, () -> messages.about(out.value())))
                .isNotEmpty()
                .allMatch(d -> d.state() == Delivery.State.CANCELLED);
    }

    @Test
    void aLeadHoldsInOneStepWhatTheDeskCanRead() {
        ReportId report = house.tell("members").report();
        AlertId out = published(report);
        Actor lead =
                new Actor.Person(
                        new AccountId(UUID.randomUUID()),
                        house.desk,
                        Set.of(Role.SAFEGUARDING_LEAD));
        as(
                lead,
                () -> {
                    int seen = reports.get(report).version();
                    reports.screen(report, seen, ScreeningGround.CHILD, "She is sixteen");
                    return true;
                });
        assertThat(as(lead, () -> reports.get(report)).state()).isEqualTo(ReportState.HELD);
        assertThat(row(out).state()).isEqualTo(AlertState.WITHDRAWN);
    }

    /// Sixty times, publishing and passing on meet: exactly one wins, and nothing stays out.
    @Test
    void publishingAndPassingNeverBothWin() throws Exception {
        int before = 0;
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 60; round++) {
                ReportId report = house.tell("members").report();
                AlertId id = as(house.anwen, () -> alerts.start(report));
                as(house.anwen, () -> alerts.propose(id, 1, House.warning()));
                int version = row(id).version();
                var start = new CyclicBarrier(2);
                int ahead = round % 6 * 3;
                Future<Boolean> publish =
                        threads.submit(
                                () -> {
                                    start.await();
                                    try {
                                        return as(house.bethan, () -> publishing.publish(id, version))
                                                instanceof Outcome.Done;
                                    } catch (Stale passed) {
                                        return false;
                                    }
                                });
                Future<?> pass =
                        threads.submit(
                                () -> {
                                    start.await();
                                    Thread.sleep(ahead);
                                    pass(report, house.anwen);
                                    return true;
                                });
                pass.get();
                boolean went = publish.get();
                before += went ? 1 : 0;
                assertThat(row(id).state()).as("round " + round).isEqualTo(AlertState.WITHDRAWN);
                assertThat(as(house.anwen, () -> consents.disclosures(report.value())))
                        .hasSize(went ? 1 : 0);
            }
        }
        assertThat(before).isBetween(1, 60);
    }

    private void pass(ReportId report, Actor by) {
        as(
                by,
                () -> {
                    reports.pass(report, reports.get(report).version(), "The text shows a child");
                    return true;
                });
    }

    private AlertId published(ReportId report) {
        AlertId id = as(house.anwen, () -> alerts.start(report));
        as(house.anwen, () -> alerts.propose(id, 1, House.warning()));
        assertThat(as(house.bethan, () -> publishing.publish(id, row(id).version())))
                .isInstanceOf(Outcome.Done.class);
        return id;
    }

    private AlertRow row(AlertId id) {
        return as(house.anwen, () -> AllPages.of(alerts)).stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
