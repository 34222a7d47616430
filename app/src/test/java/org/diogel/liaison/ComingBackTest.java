package org.diogel.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.liaison.Village.as;
import static org.diogel.liaison.Village.run;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diogel.WebTest;
import org.diogel.report.StatusLine;
import org.diogel.report.Ticket;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.junit.jupiter.api.Test;

/// Once it is with the force: looks, what came of it, and nothing that lies unseen.
@WebTest
class ComingBackTest extends InVillage {

    @Test
    void whenTheOfficerLeavesNothingIsLost() throws Exception {
        Ticket ticket = village.tell(Village.SOUTH);
        Ticket read = village.tell(Village.SOUTH);
        PackageId id = pass(ticket, Village.SOUTH);
        PackageId opened = pass(read, Village.SOUTH);
        open(opened);
        clock.run();
        assertThat(sent(id)).hasSize(1);
        suspend(village.sian.account().value());
        run(village.anwen, () -> handing.answer(opened, "Is anybody there?"));
        clock.run();
        PackageRow back = as(village.anwen, () -> handing.get(id));
        assertThat(back.state()).isEqualTo(PackageState.TO_HAND);
        assertThat(back.cameBack()).isTrue();
        assertThat(as(village.anwen, passing::list))
                .filteredOn(s -> s.row().deskNews())
                .extracting(s -> s.row().id())
                .contains(id, opened);
        assertThat(disclosed(ticket)).isEmpty();
        assertThat(sent(id)).as("the desk is told").hasSize(1);
        run(village.anwen, () -> handing.print(id));
        assertThat(disclosed(ticket)).containsExactly("handed " + Village.SOUTH);
    }

    @Test
    void unreadForTwoDaysTheyAreToldAgain() {
        PackageId id = pass(village.tell(Village.SOUTH), Village.SOUTH);
        clock.run();
        clock.run();
        assertThat(told(id)).isEqualTo(1);
        Village.clockAfter(app, Duration.ofDays(1)).run();
        assertThat(told(id)).isEqualTo(1);
        Village.clockAfter(app, Duration.ofDays(3)).run();
        assertThat(told(id)).isEqualTo(2);
    }

    @Test
    void everyLookIsWrittenDownWithItsPurposeAndShownToHer() {
        Ticket ticket = village.tell(Village.SOUTH);
        PackageId id = pass(ticket, Village.SOUTH);
        open(id);
        as(village.sian, () -> inbox.open(id, Inbox.Way.PDF, "intelligence"));
        Ticket proved = receipts.prove(ticket, Village.SECOND).orElseThrow();
        assertThat(receipts.told(proved).openings())
                .filteredOn(o -> village.south.value().equals(o.agency()))
                .extracting(o -> o.action() + " " + o.purpose())
                .containsExactlyInAnyOrder(
                        "liaison.opened investigate",
                        "liaison.read investigate",
                        "liaison.taken intelligence");
    }

    @Test
    void whatCameOfItReachesHerAndTheDeskAndCorrectionsStayInSight() {
        Ticket ticket = village.tell(Village.SOUTH);
        PackageId id = pass(ticket, Village.SOUTH);
        assertThatThrownBy(() -> came(id, "recorded", "", null)).isInstanceOf(NotHere.class);
        open(id);
        came(id, "recorded", "CANARY-NUMBER 26/1234", null);
        came(id, "arrest", "", null);
        Standing standing = as(village.idris, () -> inbox.get(id));
        Standing.Outcome arrest = standing.counting().getLast();
        came(id, "investigating", "", arrest.id());
        assertThatThrownBy(() -> came(id, "charge", "", arrest.id())).isInstanceOf(Stale.class);
        assertThat(lines(ticket))
                .contains("liaison.status.outcome.recorded", "liaison.status.outcome.investigating")
                .doesNotContain("liaison.status.outcome.arrest");
        assertThat(receipts.get(ticket).lines().toString()).doesNotContain("CANARY");
        Standing seen = as(village.anwen, () -> passing.open(ticket.report())).packages().getFirst();
        assertThat(seen.outcomes()).hasSize(3).filteredOn(Standing.Outcome::corrected).hasSize(1);
        assertThat(seen.outcomes()).anyMatch(o -> o.number().equals("CANARY-NUMBER 26/1234"));
    }

    /// Of what came of it only the day is known: it stands after all that had to happen first.
    @Test
    void whatCameOfItTheSameDayStandsAfterWhatLedToIt() {
        Ticket ticket = village.tell(Village.SOUTH);
        PackageId id = pass(ticket, Village.SOUTH);
        open(id);
        came(id, "recorded", "", null);
        came(id, "arrest", "", null);
        assertThat(lines(ticket))
                .containsExactly(
                        "report.status.sent",
                        "liaison.status.passed",
                        "liaison.status.opened",
                        "liaison.status.outcome.recorded",
                        "liaison.status.outcome.arrest");
        assertThat(receipts.get(ticket).lines())
                .filteredOn(StatusLine::dayOnly)
                .hasSize(2)
                .allSatisfy(
                        line ->
                                assertThat(line.datetime())
                                        .isEqualTo(LocalDate.now(ZoneId.of("Europe/London")).toString()));
    }

    @Test
    void twoOfficersWritingAtOnceDoNotOverwriteEachOther() {
        PackageId id = pass(village.tell(Village.SOUTH), Village.SOUTH);
        open(id);
        int seen = as(village.sian, () -> inbox.get(id)).row().version();
        Came came = new Came("arrest", LocalDate.now(), "", null);
        run(village.sian, () -> inbox.record(id, seen, came));
        assertThatThrownBy(() -> run(village.idris, () -> inbox.record(id, seen, came)))
                .isInstanceOf(Stale.class);
    }

    @Test
    void forceAndDeskTalkAndNobodyElseReadsIt() {
        Ticket ticket = village.tell(Village.SOUTH);
        PackageId id = pass(ticket, Village.SOUTH);
        open(id);
        run(village.sian, () -> inbox.ask(id, "CANARY-ASK which street?"));
        run(village.catrin, () -> handing.answer(id, "CANARY-ANSWER she did not say"));
        assertThat(as(village.idris, () -> inbox.get(id)).talk()).hasSize(2);
        assertThat(receipts.get(ticket).toString()).doesNotContain("CANARY");
        assertThat(one("SELECT count(*) FROM liaison.note WHERE position('CANARY'::bytea IN bytes) > 0")).isEqualTo("0");
    }

    /// Twenty times, opening and taking back meet: one comes wholly first.
    @Test
    void openingAndTakingBackNeverBothWin() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                Ticket ticket = village.tell(Village.SOUTH);
                PackageId id = pass(ticket, Village.SOUTH);
                var start = new CyclicBarrier(2);
                int lead = round % 3 * 4;
                Future<Boolean> opening =
                        threads.submit(
                                () -> {
                                    start.await();
                                    try {
                                        open(id);
                                        return true;
                                    } catch (NotHere gone) {
                                        return false;
                                    }
                                });
                Future<?> stop =
                        threads.submit(
                                () -> {
                                    start.await();
                                    Thread.sleep(lead);
                                    receipts.stop(ticket);
                                    return true;
                                });
                stop.get();
                boolean read = opening.get();
                assertThat(disclosed(ticket)).hasSize(read ? 1 : 0);
                assertThat(lines(ticket).contains("liaison.status.opened")).isEqualTo(read);
                assertThat(lines(ticket).contains("liaison.status.back")).isNotEqualTo(read);
            }
        }
    }
}
