package org.diogel.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.liaison.Village.as;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.diogel.WebTest;
import org.diogel.alert.AlertId;
import org.diogel.alert.Alerts;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.audit.Opening;
import org.diogel.consent.Disclosure;
import org.diogel.consent.NotAgreed;
import org.diogel.consent.Stopped;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.messages.Delivery;
import org.diogel.report.Recorded;
import org.diogel.report.Showing;
import org.diogel.report.StatusLine;
import org.diogel.report.Ticket;
import org.diogel.report.Told;
import org.diogel.web.NotHere;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What she reads of what we hold: what went and on what ground, who looked, what taking back stopped; and
/// where a worker alone shows it. DOMAIN §4.2, §4.5a.
@WebTest
class OwnViewTest extends InVillage {

    private static final Map<String, List<String>> WATCHED =
            Map.of("contact.secret", List.of(Village.SECRET_HINT));

    @Autowired Showing showing;
    @Autowired Recorded recorded;
    @Autowired Audit audit;
    @Autowired Alerts alerts;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void whatWentNamesItsGroundAndWhoLookedIsARoleAndNoName() {
        Ticket ticket = village.tell(Village.SOUTH);
        open(pass(ticket, Village.SOUTH));
        Told told = receipts.told(both(ticket));
        assertThat(told.disclosures())
                .singleElement()
                .matches(gone -> gone.statement() != null && gone.ground() == null)
                .matches(gone -> gone.data().contains("person"));
        assertThat(told.openings()).extracting(Opening::account).contains(village.sian.account().value());
        assertThat(told.roles().get(village.sian.account().value())).containsExactly(Role.POLICE_LIAISON);
        assertThat(told.roles()).doesNotContainKey(village.gwenan.account().value());
    }

    @Test
    void aLookInAnEmergencyIsThereWithinASecondAndSaysThatItWasOne() {
        Ticket ticket = village.tell();
        Ticket both = both(ticket);
        Instant before = Instant.now();
        Acting.as(
                village.anwen,
                "break-glass",
                () ->
                        new TransactionTemplate(transactions)
                                .execute(
                                        _ -> {
                                            audit.record(
                                                    AuditEntry.of(
                                                            "report.opened",
                                                            "report",
                                                            ticket.report().value()));
                                            return true;
                                        }));
        assertThat(receipts.told(both).openings()).first().matches(o -> o.purpose().equals("break-glass"));
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void whereSomebodyControllingMayReadAlongNeitherTheCodeNorTheSecretShowsIt() {
        Ticket ticket = village.tell(WATCHED, "members", Village.SOUTH);
        Ticket plain = village.tell(WATCHED);
        village.warn(app, ticket);
        open(pass(ticket, Village.SOUTH));
        Told told = receipts.told(both(ticket));
        assertThat(told.disclosures()).isEmpty();
        assertThat(told.openings()).isEmpty();
        assertThat(told.along()).isEmpty();
        assertThat(told.stops()).isEmpty();
        assertThat(recorded.list(both(ticket))).isEmpty();
        for (Ticket held : List.of(ticket, both(ticket))) {
            assertThat(keys(held)).isEqualTo(keys(plain));
        }
        // Past the program's own checks as well.
        assertThat(count(both(ticket), "consent.disclosure")).isZero();
        assertThat(count(both(ticket), "audit.entry")).isZero();
        // What she stops there is not listed either.
        receipts.stop(both(ticket));
        assertThat(receipts.told(both(ticket)).stops()).isEmpty();
        assertThat(count(both(ticket), "consent.stopped")).isZero();
    }

    @Test
    void aWorkerShowsTheSameAndThatIsWrittenDown() {
        Ticket ticket = village.tell(WATCHED, Village.SOUTH);
        open(pass(ticket, Village.SOUTH));
        Told shown = as(village.catrin, () -> showing.show(ticket.report()));
        assertThat(shown.disclosures()).hasSize(1);
        assertThat(shown.openings()).extracting(Opening::action).contains("liaison.opened");
        assertThat(shown.answers().has("words")).isTrue();
        for (Actor other : List.of(village.stranger, village.sian)) {
            assertThatThrownBy(() -> as(other, () -> showing.show(ticket.report())))
                    .isInstanceOf(NotHere.class);
        }
        // A worker who does not show her reads nothing of who looked.
        assertThat(as(village.catrin, () -> audit.about(ticket.report().value()))).isEmpty();

        as(village.catrin, () -> safePlace(ticket, false));
        Told now = receipts.told(both(ticket));
        assertThat(now.openings())
                .extracting(Opening::action)
                .startsWith("report.no-safe-place", "report.shown");
        assertThat(now.disclosures()).isEqualTo(shown.disclosures());
    }

    @Test
    void whoeverHoldsTheCodeCannotUndoIt() {
        Ticket ticket = village.tell(WATCHED);
        assertThatThrownBy(() -> hers(both(ticket), () -> keep(ticket, false)))
                .isInstanceOf(DataAccessException.class);
        assertThat(as(village.catrin, () -> showing.isSafePlace(ticket.report()))).isTrue();
        Ticket open = village.tell();
        assertThat(as(village.catrin, () -> showing.isSafePlace(open.report()))).isFalse();
        as(village.catrin, () -> safePlace(open, true));
        assertThat(as(village.catrin, () -> showing.isSafePlace(open.report()))).isTrue();
    }

    @Test
    void whatWasPassedWithoutTellingHerIsInNeitherView() {
        Ticket ticket = village.tell();
        as(
                village.lead,
                () ->
                        new TransactionTemplate(transactions)
                                .execute(
                                        _ -> {
                                            consents.disclosedUnderDuty(
                                                    ticket.report().value(),
                                                    "council",
                                                    new org.diogel.consent.Overriding(
                                                            "vital", "life", "An Act", "unsafe", null),
                                                    java.util.UUID.randomUUID(),
                                                    new byte[32],
                                                    Instant.now());
                                            return true;
                                        }));
        assertThat(receipts.told(both(ticket)).disclosures()).isEmpty();
        assertThat(as(village.lead, () -> showing.show(ticket.report())).disclosures()).isEmpty();
    }

    @Test
    void takingBackStopsEverythingWithinASecondAndSaysWhat() {
        Ticket ticket = village.tell("members", Village.SOUTH, Village.GWENT, "police-watchdog");
        AlertId alert = village.warn(app, ticket);
        AlertId draft = as(village.anwen, () -> alerts.start(ticket.report()));
        open(pass(ticket, Village.SOUTH));
        PackageId unopened = pass(ticket, Village.GWENT);
        PackageId prepared = pass(ticket, "police-watchdog");
        Instant before = Instant.now();
        receipts.stop(ticket);
        Told told = receipts.told(both(ticket));
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
        assertThat(told.stops())
                .extracting(Stopped::what, Stopped::recipient)
                .contains(
                        tuple("published", "members"),
                        tuple("unpublished", "members"),
                        tuple("asked-back", Village.SOUTH),
                        tuple("prepared", Village.GWENT),
                        tuple("prepared", "police-watchdog"));
        assertThat(told.disclosures())
                .extracting(Disclosure::recipient)
                .containsExactlyInAnyOrder("members", Village.SOUTH);
        assertThat(told.stopped()).isTrue();
        for (PackageId id : List.of(unopened, prepared)) {
            assertThat(sent(id)).isEmpty();
            hidden(village.gwenan, id);
        }
        for (AlertId id : List.of(alert, draft)) {
            assertThat(as(village.anwen, () -> messages.about(id.value())))
                    .allMatch(d -> d.state() == Delivery.State.CANCELLED || d.hasGone());
        }
        // The code alone stopped it, and learns nothing of whom she had chosen.
        assertThatThrownBy(() -> receipts.told(ticket)).isInstanceOf(IllegalStateException.class);
        assertThat(count(ticket, "consent.stopped")).isZero();
    }

    /// Forty times, passing on and taking back meet: what the page says is what came of it.
    @Test
    void passingAndTakingBackNeverBothWinAndThePageSaysWhich() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 40; round++) {
                Ticket ticket = village.tell(Village.SOUTH);
                var start = new CyclicBarrier(2);
                long lead = round % 4 * 3L;
                Future<Boolean> passing =
                        threads.submit(
                                () -> {
                                    start.await();
                                    try {
                                        pass(ticket, Village.SOUTH);
                                        return true;
                                    } catch (NotAgreed | NotHere tooLate) {
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
                boolean passed = passing.get();
                Told told = receipts.told(both(ticket));
                assertThat(told.disclosures()).as("round " + round).isEmpty();
                assertThat(told.stops()).as("round " + round).hasSize(passed ? 1 : 0);
            }
        }
    }

    private static org.assertj.core.groups.Tuple tuple(Object... parts) {
        return org.assertj.core.groups.Tuple.tuple(parts);
    }

    private boolean safePlace(Ticket ticket, boolean safePlace) {
        showing.keepForSafePlace(ticket.report(), safePlace);
        return true;
    }

    private boolean keep(Ticket ticket, boolean safePlace) {
        consents.keepForSafePlace(ticket.report().value(), safePlace);
        return true;
    }

    private Ticket both(Ticket ticket) {
        return receipts.prove(ticket, Village.SECOND).orElseThrow();
    }

    private Set<String> keys(Ticket ticket) {
        return receipts.get(ticket).lines().stream()
                .map(StatusLine::key)
                .filter(key -> !Objects.equals(key, "report.status.stopped"))
                .collect(java.util.stream.Collectors.toSet());
    }

    private <T> T hers(Ticket ticket, Supplier<T> work) {
        return Acting.as(
                ticket.holder(),
                "own-report",
                () -> new TransactionTemplate(transactions).execute(_ -> work.get()));
    }

    private long count(Ticket ticket, String table) {
        return hers(
                ticket,
                () ->
                        app.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                                .sql("SELECT count(*) FROM " + table)
                                .query(Long.class)
                                .single());
    }
}
