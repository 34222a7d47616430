package org.diogel.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.account.Accounts;
import org.diogel.account.AccountView;
import org.diogel.account.Profession;
import org.diogel.consent.Consents;
import org.diogel.consent.Disclosure;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.kernel.WorkingDays;
import org.diogel.messages.Jobs;
import org.diogel.messages.Messages;
import org.diogel.report.Receipt;
import org.diogel.report.Receipts;
import org.diogel.report.Reports;
import org.diogel.report.ScreeningGround;
import org.diogel.report.Ticket;
import org.diogel.report.Told;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What a safeguarding lead passes on, who sees it, and what her receipt says of it.
@WebTest
class DutiesTest {

    private static final String SECOND = "three made-up words";
    private static final String WORDS = "CANARY-DUTY said on the telephone";
    private static final Map<String, String> MET =
            Map.of("limb.harm", "yes", "limb.needs", "yes", "limb.protect", "yes");

    @Autowired ApplicationContext app;
    @Autowired Duties duties;
    @Autowired Reports reports;
    @Autowired Receipts receipts;
    @Autowired Consents consents;
    @Autowired Messages messages;
    @Autowired Jobs jobs;

    private final AgencyId desk = new AgencyId(UUID.randomUUID());
    private final Actor.Person lead = person(desk, Role.SAFEGUARDING_LEAD);
    private final Actor.Person other = person(desk, Role.SAFEGUARDING_LEAD);

    @BeforeEach
    void people() {
        jobs.stop();
        Access access = app.getBean(Access.class);
        Acting.run(
                new Actor.Task("set-up"),
                "set-up",
                () -> {
                    access.addAgency(new Agency(desk, "Made-up Desk", "project"));
                    access.setDesk(null, desk);
                    for (Region region : Region.values()) {
                        access.setDesk(region, desk);
                    }
                    app.getBean(Accounts.class).createDemo(somebody(lead));
                });
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @Test
    void nobodyButALeadOfTheDeskSeesAnythingOfIt() {
        Ticket ticket = tell(Map.of());
        DutyId id = pass(ticket, true);
        assertThat(as(other, () -> duties.get(id)).row().route()).isEqualTo("council-children");
        for (Role role : Role.values()) {
            if (role != Role.SAFEGUARDING_LEAD) {
                hidden(person(desk, role), id);
            }
        }
        hidden(person(new AgencyId(UUID.randomUUID()), Role.SAFEGUARDING_LEAD), id);
        for (Role role : List.of(Role.MODERATOR, Role.CASEWORKER)) {
            assertThat(as(person(desk, role), () -> consents.disclosures(ticket.report().value())))
                    .isEmpty();
        }
    }

    private void hidden(Actor.Person who, DutyId id) {
        assertThatThrownBy(() -> as(who, () -> duties.get(id))).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> as(who, () -> duties.read(id))).isInstanceOf(NotHere.class);
    }

    @Test
    void herReceiptIsTheSameAsWithoutUntilSheWasTold() {
        Ticket with = tell(Map.of());
        Ticket without = tell(Map.of());
        as(lead, () -> duties.open(without.report()));
        DutyId id = pass(with, false);
        assertThat(said(with, false)).isEqualTo(said(without, false));
        assertThat(said(with, true)).isEqualTo(said(without, true));
        as(lead, () -> record(id, "acknowledged"));
        assertThat(said(with, true)).isEqualTo(said(without, true));

        as(lead, () -> record(id, "told"));
        assertThat(said(with, false)).isEqualTo(said(without, false));
        assertThat(said(with, true)).contains("duty-child").contains("safeguarding.status.taken");
        assertThat(told(with).disclosures()).extracting(Disclosure::ground).containsExactly("duty-child");
        assertThat(as(lead, () -> consents.disclosures(with.report().value()))).hasSize(1);
    }

    /// Everything her pages are made of, without what is another with every report.
    private String said(Ticket ticket, boolean second) {
        Ticket holder = second ? proved(ticket) : ticket;
        Receipt receipt = receipts.get(holder);
        String all =
                receipt.lines().stream().map(line -> line.key() + line.arguments()).toList()
                        + " "
                        + receipt.state()
                        + receipt.messages().size()
                        + receipt.due();
        if (second) {
            Told told = receipts.told(holder);
            all +=
                    told.disclosures().stream().map(d -> d.what() + d.ground()).toList()
                            + " "
                            + told.openings().stream().map(o -> o.action()).distinct().toList();
        }
        return all;
    }

    @Test
    void whatIsOpenHoldsTheReportAndSaysNoMoreThanHeld() {
        Ticket ticket = tell(Map.of());
        DutyId id = pass(ticket, false);
        assertThat(receipts.get(ticket).kept()).isEqualTo(Receipt.Kept.NOT);
        assertThat(receipts.get(proved(ticket)).kept()).isEqualTo(Receipt.Kept.HELD);
        receipts.delete(proved(ticket));
        assertThat(receipts.get(proved(ticket)).eraseAfter()).isNull();
        as(lead, () -> record(id, "no-action"));
        assertThat(receipts.get(proved(ticket)).kept()).isEqualTo(Receipt.Kept.NOT);
        receipts.delete(proved(ticket));
        assertThat(receipts.get(proved(ticket)).eraseAfter()).isNotNull();
    }

    @Test
    void anAdultIsAtRiskOnlyWhenAllThreeAreSo() {
        Ticket ticket = tell(Map.of());
        for (String limb : DutyData.LIMBS) {
            for (String answer : List.of("no", "unknown", "")) {
                Map<String, String> limbs = new HashMap<>(MET);
                limbs.put("limb." + limb, answer);
                assertThatThrownBy(() -> as(lead, () -> Passes.pass(app, ticket.report(), adult(ticket, limbs))))
                        .isInstanceOf(Refused.class);
            }
        }
        assertThat(as(lead, () -> Passes.pass(app, ticket.report(), adult(ticket, MET)))).isNotNull();
    }

    private Passed adult(Ticket ticket, Map<String, String> limbs) {
        return Passes.of(
                duties.open(ticket.report()), "adult", limbs, "council-adults", "cardiff", "duty-adult", false, WORDS);
    }

    @Test
    void aForceTheyMayWorkForIsNeitherOfferedNorTaken() {
        Ticket ticket =
                tell(Map.of("them.relation", List.of("police"), "them.force", List.of("gwent")));
        Duties.Before before = as(lead, () -> duties.open(ticket.report()));
        assertThat(before.barred()).contains("police-gwent").doesNotContain("police-watchdog");
        assertThat(before.professional()).isTrue();
        assertThatThrownBy(() -> as(lead, () -> life(ticket, "police-gwent"))).isInstanceOf(Refused.class);
        assertThat(as(lead, () -> life(ticket, "police-watchdog"))).isNotNull();
    }

    private DutyId life(Ticket ticket, String route) {
        return Passes.pass(
                app,
                ticket.report(),
                Passes.of(duties.open(ticket.report()), "life", Map.of(), route, "", "vital", false, WORDS));
    }

    @Test
    void ofTwoLeadsTheSecondFindsTheFirstAndPressingTwicePassesOnce() {
        Ticket ticket = tell(Map.of());
        Duties.Before before = as(lead, () -> duties.open(ticket.report()));
        Passed first = Passes.child(before, false, WORDS);
        Passed second = Passes.child(before, false, WORDS);
        DutyId id = as(lead, () -> Passes.pass(app, ticket.report(), first));
        assertThat(as(lead, () -> Passes.pass(app, ticket.report(), first))).isEqualTo(id);
        assertThatThrownBy(() -> as(other, () -> Passes.pass(app, ticket.report(), second)))
                .isInstanceOf(Stale.class);
        assertThat(as(lead, () -> duties.of(ticket.report()))).hasSize(1);
        int seen = as(lead, () -> duties.get(id)).row().version();
        as(lead, () -> record(id, "acknowledged"));
        assertThatThrownBy(
                        () ->
                                as(
                                        other,
                                        () -> {
                                            duties.record(id, seen, "strategy", LocalDate.now(), "", null);
                                            return true;
                                        }))
                .isInstanceOf(Stale.class);
    }

    @Test
    void onlyWhatWasShownIsKeptAndItIsSealed() {
        Ticket ticket = tell(Map.of());
        Duties.Before before = as(lead, () -> duties.open(ticket.report()));
        assertThat(before.offered())
                .noneMatch(q -> q.field().startsWith("equality.") || q.field().equals("sharing"));
        Passed passed = Passes.child(before, false, WORDS);
        assertThatThrownBy(
                        () ->
                                as(
                                        lead,
                                        () ->
                                                duties.pass(
                                                        ticket.report(),
                                                        passed,
                                                        new byte[32],
                                                        app.getBean(org.diogel.web.Languages.class).in(Lang.EN))))
                .isInstanceOf(Stale.class);
        DutyId id = as(lead, () -> Passes.pass(app, ticket.report(), passed));
        Duties.Reading reading = as(lead, () -> duties.read(id));
        assertThat(reading.kept().sheet()).isEqualTo(Duties.sheet(before, passed, app.getBean(org.diogel.web.Languages.class).in(Lang.EN)));
        assertThat(reading.kept().sheet().lines()).hasSize(1);
        assertThat(one("SELECT count(*) FROM safeguarding.words WHERE duty = '" + id + "' AND position('CANARY'::bytea in bytes) > 0"))
                .isEqualTo("0");
    }

    @Test
    void nothingElseGoesOfSomebodyWhoSaidNo() {
        Ticket ticket =
                tell(Map.of("who.for", List.of("other"), "who.agreement", List.of("no")));
        DutyId id = pass(ticket, false);
        assertThat(as(lead, () -> consents.disclosures(ticket.report().value())))
                .extracting(d -> d.recipient() + " " + d.ground())
                .containsExactly("council duty-child");
        assertThat(as(lead, () -> duties.get(id)).row().ground()).isEqualTo("duty-child");
    }

    @Test
    void afterSheStoppedSharingHerAgreementIsNoGround() {
        Ticket ticket = tell(Map.of());
        receipts.stop(ticket);
        assertThatThrownBy(
                        () ->
                                as(
                                        lead,
                                        () ->
                                                Passes.pass(
                                                        app,
                                                        ticket.report(),
                                                        Passes.of(
                                                                duties.open(ticket.report()),
                                                                "child",
                                                                Map.of(),
                                                                "council-children",
                                                                "cardiff",
                                                                "agreed",
                                                                true,
                                                                WORDS))))
                .isInstanceOf(Refused.class);
        assertThat(pass(ticket, true)).isNotNull();
        assertThat(told(ticket).disclosures()).extracting(Disclosure::ground).containsExactly("duty-child");
    }

    @Test
    void clocksRunInWorkingDaysAndLeadsAreRemindedOnce() {
        Ticket ticket = tell(Map.of());
        DutyId id = pass(ticket, false);
        DutyRow row = as(lead, () -> duties.get(id)).row();
        assertThat(row.answerDue())
                .isEqualTo(
                        WorkingDays.after(LocalDate.ofInstant(row.passedAt(), DutyRow.LONDON), 7));
        assertThat(row.next().orElseThrow().what()).isEqualTo("written");
        clockAfter(Duration.ofHours(23)).run();
        assertThat(reminders(id)).isZero();
        clockAfter(Duration.ofHours(25)).run();
        clockAfter(Duration.ofHours(26)).run();
        assertThat(reminders(id)).isOne();
        as(lead, () -> record(id, "written"));
        clockAfter(Duration.ofHours(25)).run();
        assertThat(reminders(id)).isOne();
        assertThat(as(lead, () -> duties.get(id)).row().next().orElseThrow().what()).isNotEqualTo("written");
    }

    @Test
    void theWordsGoWithTheReport() {
        Ticket ticket = tell(Map.of());
        DutyId id = pass(ticket, true);
        as(lead, () -> record(id, "ended"));
        Acting.run(
                new Actor.Task("sweep"),
                "sweep",
                () -> new TransactionTemplate(app.getBean(PlatformTransactionManager.class))
                        .executeWithoutResult(_ -> app.getBean(DutyStore.class).forget(ticket.report())));
        assertThat(one("SELECT count(*) FROM safeguarding.words WHERE duty = '" + id + "'")).isEqualTo("0");
    }

    @Test
    void aReportThatIsHeldCanBePassed() {
        Ticket ticket = tell(Map.of());
        as(
                lead,
                () -> {
                    int seen = reports.get(ticket.report()).version();
                    reports.screen(ticket.report(), seen, ScreeningGround.CHILD, WORDS);
                    return true;
                });
        assertThat(pass(ticket, false)).isNotNull();
    }

    private long reminders(DutyId id) {
        return as(lead, () -> messages.about(id.value())).size();
    }

    private DutyClock clockAfter(Duration later) {
        return new DutyClock(
                app.getBean(DutyStore.class),
                app.getBean(Accounts.class),
                app.getBean(Access.class),
                messages,
                Clock.offset(Clock.systemUTC(), later),
                app.getBean(PlatformTransactionManager.class));
    }

    private boolean record(DutyId id, String what) {
        duties.record(id, duties.get(id).row().version(), what, LocalDate.now(), WORDS, null);
        return true;
    }

    private DutyId pass(Ticket ticket, boolean told) {
        return as(lead, () -> Passes.pass(app, ticket.report(), told, WORDS));
    }

    private Told told(Ticket ticket) {
        return receipts.told(proved(ticket));
    }

    private Ticket proved(Ticket ticket) {
        return receipts.prove(ticket, SECOND).orElseThrow();
    }

    private Ticket tell(Map<String, List<String>> other) {
        return Passes.tell(app, SECOND, other);
    }

    private static <T> T as(Actor actor, Supplier<T> work) {
        return Acting.as(actor, "testing", work::get);
    }

    private static String one(String sql) {
        try (var connection = TestDatabase.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Accounts.DemoPerson somebody(Actor.Person person) {
        return new Accounts.DemoPerson(
                new AccountView(
                        person.account(), person.agency(), "Tester", Profession.OTHER, person.roles(), true, Lang.EN),
                "lead-" + person.account() + "@example.invalid",
                "pedwar ceffyl glas ar y bont",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    }

    private static Actor.Person person(AgencyId agency, Role role) {
        return new Actor.Person(new AccountId(UUID.randomUUID()), agency, Set.of(role));
    }
}
