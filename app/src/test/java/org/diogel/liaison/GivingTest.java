package org.diogel.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.liaison.Village.as;
import static org.diogel.liaison.Village.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.diogel.WebTest;
import org.diogel.consent.NotAgreed;
import org.diogel.kernel.Lang;
import org.diogel.report.Ticket;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.diogel.alert.AlertId;
import org.diogel.kernel.Actor;
import org.diogel.report.ReportErased;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.junit.jupiter.api.Test;

/// From her choice to the officer, and everything that can come between.
@WebTest
class GivingTest extends InVillage {

    @Test
    void whatSheAgreedToWaitsInSightUntilItIsPassedOn() {
        Ticket ticket = village.tell(Village.SOUTH, "members", "crimestoppers");
        assertThat(waiting(ticket)).containsExactlyInAnyOrder(Village.SOUTH, "crimestoppers");
        pass(ticket, Village.SOUTH);
        assertThat(waiting(ticket)).containsExactly("crimestoppers");
        assertThat(as(village.stranger, () -> passing.listWaiting(null).rows()))
                .noneMatch(w -> w.item().id().equals(ticket.report()));
    }

    @Test
    void onlyWhomSheChoseGetsIt() {
        Ticket ticket = village.tell(Village.SOUTH);
        for (String other : List.of(Village.GWENT, Village.SOUTH_INTELLIGENCE, "police-watchdog", "members")) {
            assertThatThrownBy(() -> pass(ticket, other)).isInstanceOf(NotAgreed.class);
        }
        PackageId id = pass(ticket, Village.SOUTH);
        assertThat(as(village.sian, () -> inbox.list(false, null).rows())).anyMatch(s -> s.row().id().equals(id));
        assertThat(as(village.idris, () -> inbox.list(false, null).rows())).anyMatch(s -> s.row().id().equals(id));
        assertThat(as(village.gwenan, () -> inbox.list(false, null).rows())).noneMatch(s -> s.row().id().equals(id));
        hidden(village.gwenan, id);
        hidden(village.anwen, id);
        assertThatThrownBy(() -> as(village.stranger, () -> handing.get(id))).isInstanceOf(NotHere.class);
    }

    @Test
    void passingTwiceOrByTwoAtOnceMakesOne() throws Exception {
        Ticket ticket = village.tell(Village.SOUTH);
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<PackageId>> both =
                    List.of(village.anwen, village.catrin).stream()
                            .map(
                                    who ->
                                            threads.submit(
                                                    () -> {
                                                        start.await();
                                                        return as(
                                                                who,
                                                                () ->
                                                                        passing.pass(
                                                                                ticket.report(),
                                                                                Village.SOUTH));
                                                    }))
                            .toList();
            assertThat(both.get(0).get()).isEqualTo(both.get(1).get());
        }
        assertThat(disclosed(ticket)).containsExactly("passed " + Village.SOUTH);
    }

    @Test
    void takenBackUnreadItIsGoneAtOnce() {
        Ticket ticket = village.tell(Village.SOUTH);
        PackageId id = pass(ticket, Village.SOUTH);
        clock.run();
        receipts.stop(ticket);
        assertThat(as(village.sian, () -> inbox.list(false, null).rows())).noneMatch(s -> s.row().id().equals(id));
        hidden(village.sian, id);
        assertThat(disclosed(ticket)).isEmpty();
        assertThat(lines(ticket)).contains("liaison.status.back").doesNotContain("liaison.status.opened");
        assertThat(sent(id)).isEmpty();
        assertThatThrownBy(() -> pass(ticket, Village.SOUTH)).isInstanceOf(NotAgreed.class);
    }

    @Test
    void whatWasOpenedHasGoneAndIsAskedBack() {
        Ticket ticket = village.tell(Village.SOUTH);
        PackageId id = pass(ticket, Village.SOUTH);
        open(id);
        receipts.stop(ticket);
        assertThat(disclosed(ticket)).containsExactly("passed " + Village.SOUTH);
        assertThat(lines(ticket)).contains("liaison.status.opened", "liaison.status.asked-police");
        hidden(village.sian, id);
        assertThat(as(village.sian, () -> inbox.get(id)).row().askedBackAt()).isNotNull();
    }

    @Test
    void takingBackOneLeavesTheOther() {
        Ticket ticket = village.tell(Village.SOUTH, Village.GWENT);
        PackageId south = pass(ticket, Village.SOUTH);
        PackageId gwent = pass(ticket, Village.GWENT);
        Ticket proved = receipts.prove(ticket, Village.SECOND).orElseThrow();
        receipts.choose(proved, Set.of(Village.GWENT), Lang.EN, receipts.told(proved).seen());
        hidden(village.sian, south);
        assertThat(as(village.gwenan, () -> inbox.get(gwent)).row().state()).isEqualTo(PackageState.SENT);
        receipts.choose(proved, Set.of(Village.GWENT, Village.SOUTH), Lang.EN, receipts.told(proved).seen());
        assertThat(pass(ticket, Village.SOUTH)).isNotEqualTo(south);
    }

    @Test
    void whatGoesToTheLeadIsTakenBackUnreadAndStaysWhereItWasRead() {
        Ticket ticket = village.tell(Village.SOUTH, Village.GWENT);
        PackageId south = pass(ticket, Village.SOUTH);
        PackageId gwent = pass(ticket, Village.GWENT);
        as(village.gwenan, () -> inbox.open(gwent, Inbox.Way.PAGE, "investigate"));
        run(village.catrin, () -> reports.pass(ticket.report(), version(ticket), "A child may be at risk"));
        hidden(village.sian, south);
        assertThat(as(village.gwenan, () -> inbox.get(gwent)).row().askedBackAt()).isNull();
        assertThatThrownBy(() -> pass(ticket, Village.SOUTH)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void nobodySeesItWhereThePersonMayWork() {
        Map<String, List<String>> officer =
                Map.of("them.relation", List.of("police"), "them.force", List.of("south-wales"));
        Ticket ticket = village.tell(officer, Village.GWENT);
        assertThat(as(village.anwen, () -> passing.open(ticket.report())).professional())
                .as("the council's way is offered")
                .isTrue();
        PackageId id = pass(ticket, Village.GWENT);
        hidden(village.sian, id);
        assertThat(as(village.sian, () -> inbox.list(false, null).rows())).noneMatch(s -> s.row().id().equals(id));
        assertThatThrownBy(() -> pass(ticket, Village.SOUTH)).isInstanceOf(NotAgreed.class);
        // A force that receives under two names gets nothing in its list for either.
        village.receive(app, Map.of(Village.SOUTH, village.south, Village.GWENT, village.south));
        Ticket again = village.tell(officer, Village.GWENT);
        PackageId byHand = pass(again, Village.GWENT);
        assertThat(as(village.anwen, () -> handing.get(byHand)).state()).isEqualTo(PackageState.TO_HAND);
        hidden(village.sian, byHand);
    }

    @Test
    void whatNobodyReceivesHereGoesByHandAndIsWrittenDown() {
        Ticket ticket = village.tell("police-watchdog", "crimestoppers");
        PackageId id = pass(ticket, "police-watchdog");
        assertThat(disclosed(ticket)).isEmpty();
        assertThatThrownBy(() -> as(village.anwen, () -> handing.paper(id))).isInstanceOf(NotHere.class);
        run(village.anwen, () -> handing.print(id));
        assertThat(disclosed(ticket)).containsExactly("handed police-watchdog");
        assertThat(as(village.anwen, () -> handing.paper(id)).orElseThrow().letter().answers().text("words"))
                .isEqualTo(Village.STORY);
        run(village.catrin, () -> handing.handed(id, LocalDate.now(), "post"));
        assertThat(lines(ticket)).contains("liaison.status.handed");
        PackageId other = pass(ticket, "crimestoppers");
        run(village.anwen, () -> handing.print(other));
        receipts.stop(ticket);
        run(village.anwen, () -> handing.destroyed(other));
        assertThat(disclosed(ticket)).containsExactly("handed police-watchdog");
        assertThatThrownBy(() -> run(village.anwen, () -> handing.handed(other, LocalDate.now(), "post")))
                .isInstanceOf(Stale.class);
    }

    @Test
    void aWarningGoesToAnotherSchemeOnlyAsItWasPublished() {
        Ticket ticket = village.tell("national-ugly-mugs", "members");
        assertThatThrownBy(() -> pass(ticket, "national-ugly-mugs")).isInstanceOf(NotAgreed.class);
        assertThat(as(village.anwen, () -> passing.open(ticket.report())).offers())
                .allMatch(Passing.Offer::lacksWarning);
        AlertId warning = village.warn(app, ticket);
        assertThatThrownBy(() -> as(village.catrin, () -> passing.pass(ticket.report(), "national-ugly-mugs")))
                .as("caseworkers know of no warnings")
                .isInstanceOf(NotAgreed.class);
        PackageId id = pass(ticket, "national-ugly-mugs");
        PackageRow row = as(village.anwen, () -> handing.get(id));
        assertThat(row.warning()).isEqualTo(warning.value());
        assertThat(row.state()).isEqualTo(PackageState.TO_HAND);
        run(village.anwen, () -> handing.print(id));
        assertThat(disclosed(ticket)).contains("handed national-ugly-mugs");
        assertThat(as(village.anwen, () -> handing.paper(id))).as("the warning is the paper").isEmpty();
    }

    @Test
    void whatIsErasedIsGoneFromThePackageToo() {
        Ticket ticket = village.tell(Village.SOUTH);
        PackageId unread = pass(ticket, Village.SOUTH);
        Ticket other = village.tell(Village.SOUTH);
        PackageId read = pass(other, Village.SOUTH);
        open(read);
        run(village.sian, () -> inbox.ask(read, "Which street?"));
        for (Ticket erased : List.of(ticket, other)) {
            run(
                    new Actor.Task("sweep"),
                    () ->
                            new TransactionTemplate(
                                            app.getBean(PlatformTransactionManager.class))
                                    .executeWithoutResult(
                                            _ ->
                                                    app.publishEvent(
                                                            new ReportErased(
                                                                    erased.report()))));
        }
        for (PackageId id : List.of(unread, read)) {
            hidden(village.sian, id);
            assertThat(one("SELECT count(*) FROM liaison.content WHERE package = '" + id + "'")).isEqualTo("0");
            assertThat(one("SELECT count(*) FROM liaison.note WHERE package = '" + id + "'")).isEqualTo("0");
        }
    }

}
