package org.diogel.subjectaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.subjectaccess.TestCopies.as;
import static org.diogel.subjectaccess.TestCopies.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.account.Profession;
import org.diogel.contest.Month;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Held;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Region;
import org.diogel.kernel.Role;
import org.diogel.messages.Jobs;
import org.diogel.report.Receipts;
import org.diogel.report.ReceiptCode;
import org.diogel.report.Reports;
import org.diogel.report.Screening;
import org.diogel.report.Sender;
import org.diogel.report.Submission;
import org.diogel.report.Telling;
import org.diogel.report.Ticket;
import org.diogel.web.Languages;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Copies of everything held: who may ask, what is gathered and by whom, what is withheld, and how it ends.
@WebTest
class CopiesTest {

    private static final String SECOND = "three made-up words";

    @Autowired ApplicationContext app;
    @Autowired Copies copies;
    @Autowired Deciding deciding;
    @Autowired OwnCopies own;
    @Autowired CopyClock clock;
    @Autowired PackFiles files;
    @Autowired Languages languages;
    @Autowired Telling telling;
    @Autowired Sender sender;
    @Autowired Receipts receipts;
    @Autowired Reports reports;
    @Autowired Access access;
    @Autowired Accounts accounts;
    @Autowired Jobs jobs;

    private final AgencyId desk = new AgencyId(UUID.randomUUID());
    private final AgencyId far = new AgencyId(UUID.randomUUID());
    private final Actor.Person officer = person(desk, Role.DATA_PROTECTION_OFFICER);
    private final Actor.Person stranger = person(far, Role.DATA_PROTECTION_OFFICER);
    private final Actor.Person moderator = person(desk, Role.MODERATOR);

    @BeforeEach
    void people() {
        jobs.stop();
        Acting.run(
                new Actor.Task("set-up"),
                "set-up",
                () -> {
                    access.addAgency(new Agency(desk, "Made-up Desk", "project"));
                    access.addAgency(new Agency(far, "Made-up Far Project", "project"));
                    access.setDesk(null, desk);
                    for (Region region : Region.values()) {
                        access.setDesk(region, desk);
                    }
                    List.of(officer, moderator, stranger).forEach(one -> accounts.createDemo(somebody(one)));
                });
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @Test
    void withTheSecondSecretTheMonthBeginsAndWithTheCodeAloneItWaits() {
        Ticket ticket = told();
        CopyId id = TestCopies.ask(app, proved(ticket));
        assertThat(row(id).state()).isEqualTo(CopyState.RECEIVED);
        assertThat(row(id).agency()).isEqualTo(desk);
        own.ask(proved(ticket), Lang.EN);
        assertThat(TestCopies.of(ticket.report().value())).as("asked twice is one").isEqualTo(id);

        Ticket other = told();
        assertThat(as(officer, () -> own.askFor(other.code(), Lang.EN))).isTrue();
        CopyId waiting = TestCopies.of(other.report().value());
        assertThat(row(waiting).state()).isEqualTo(CopyState.IDENTITY);
        assertThat(row(waiting).isLate(copies.today().plusYears(1))).isFalse();
        assertThatThrownBy(() -> gather(waiting)).isInstanceOf(Stale.class);
        move(waiting, "known", "in-person");
        assertThat(row(waiting).dueOn()).isEqualTo(Month.due(copies.today(), false));
        move(waiting, "extended", "complex");
        assertThat(row(waiting).dueOn()).isEqualTo(Month.due(copies.today(), true));
        assertThat(as(officer, () -> own.askFor(ReceiptCode.random(), Lang.EN))).isFalse();
        assertThatThrownBy(() -> as(moderator, () -> own.askFor(other.code(), Lang.EN)))
                .isInstanceOf(NotHere.class);
    }

    @Test
    void everythingIsGatheredUnsealedDecidedAndHandedOver() throws Exception {
        Ticket ticket = told();
        receipts.add(ticket, "CANARY-LATER");
        as(
                moderator,
                () -> {
                    reports.open(ticket.report(), "triage");
                    reports.sendMessage(ticket.report(), UUID.randomUUID(), "CANARY-MESSAGE");
                    var item = reports.get(ticket.report());
                    reports.close(ticket.report(), item.version(), "CANARY-NOTE of a worker");
                    return true;
                });
        CopyId id = TestCopies.gathered(app, officer, proved(ticket));
        assertThat(text("SELECT t::text FROM subjectaccess.piece t")).doesNotContain("CANARY");
        List<Piece> pieces = pieces(id);
        assertThat(pieces.stream().flatMap(p -> p.parts().stream()).map(Piece.Part::text))
                .anyMatch(t -> t.contains("CANARY-STORY"))
                .anyMatch(t -> t.contains("CANARY-LATER"))
                .anyMatch(t -> t.contains("CANARY-MESSAGE"))
                .anyMatch(t -> t.contains("CANARY-NOTE"));
        Piece note =
                pieces.stream()
                        .filter(p -> p.parts().stream().anyMatch(t -> t.text().contains("CANARY-NOTE")))
                        .findFirst()
                        .orElseThrow();
        assertThat(note.whose()).isEqualTo(Held.Whose.WORKERS);
        assertThat(note.proposed()).as("what a worker wrote is not proposed").isFalse();
        assertThatThrownBy(() -> make(id)).as("not everything is decided").isInstanceOf(Stale.class);
        TestCopies.decideAll(app, officer, id);
        make(id);
        assertThat(text("SELECT t::text FROM subjectaccess.pack t")).doesNotContain("CANARY");
        Pack pack = as(officer, () -> deciding.take(id, "json"));
        String json = body(json(pack));
        assertThat(json)
                .contains("CANARY-STORY", "CANARY-LATER", "CANARY-MESSAGE")
                .contains("Schedule 2, paragraph 16")
                .doesNotContain("CANARY-NOTE", moderator.account().toString(), ticket.code().letters());
        assertThat(pack.withheld()).extracting(Pack.Withheld::by).contains("Tester");
        byte[] pdf = as(officer, () -> files.pdf(languages.in(Lang.CY), pack).getBody());
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(own.take(proved(ticket)).given()).isEqualTo(pack.given());
        assertThat(text("SELECT action FROM audit.entry WHERE subject = '" + id + "'"))
                .contains(
                        "subjectaccess.asked",
                        "subjectaccess.gathered",
                        "subjectaccess.looked",
                        "subjectaccess.decided",
                        "subjectaccess.made",
                        "subjectaccess.taken");
        move(id, "handed", null);
        assertThat(row(id).isOpen()).isFalse();
    }

    @Test
    void aPartIsLeftOutAndTheRecordSaysWhyWithoutSayingWhat() {
        Ticket ticket = told();
        CopyId id = TestCopies.gathered(app, officer, proved(ticket));
        Piece story =
                pieces(id).stream()
                        .filter(p -> p.parts().stream().anyMatch(t -> t.text().contains("CANARY-FRIEND")))
                        .findFirst()
                        .orElseThrow();
        int friend =
                story.parts().stream()
                        .filter(t -> t.text().contains("CANARY-FRIEND"))
                        .findFirst()
                        .orElseThrow()
                        .number();
        TestCopies.decideAll(app, officer, id);
        decide(id, new Decision(story.id(), true, List.of(friend), "third-party"));
        make(id);
        Pack pack = as(officer, () -> deciding.take(id, "json"));
        String json = body(json(pack));
        assertThat(json).contains("CANARY-STORY").doesNotContain("CANARY-FRIEND");
        List<Pack.Withheld> withheld = as(officer, () -> deciding.withheld(id));
        assertThat(withheld).anyMatch(w -> w.part() && w.number() == story.number());
        assertThat(withheld.toString()).doesNotContain("CANARY");
        assertThatThrownBy(() -> decide(id, new Decision(story.id(), true, List.of(), null)))
                .as("once it is made")
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() -> new Decision(story.id(), false, List.of(), null))
                .as("withheld for no reason")
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noOtherOfficerAndNoOtherRoleSeesAnythingOfIt() {
        Ticket ticket = told();
        CopyId id = TestCopies.made(app, officer, proved(ticket));
        for (Actor.Person other : List.of(stranger, moderator)) {
            assertThatThrownBy(() -> as(other, () -> copies.get(id))).isInstanceOf(NotHere.class);
            assertThatThrownBy(() -> as(other, () -> deciding.look(id, "1"))).isInstanceOf(NotHere.class);
            assertThatThrownBy(() -> as(other, () -> deciding.take(id, "pdf"))).isInstanceOf(NotHere.class);
        }
        assertThatThrownBy(() -> own.take(ticket)).as("the code alone").isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> own.take(proved(told()))).as("of another").isInstanceOf(NotHere.class);
    }

    /// The wall is open within the gathering transaction alone, for that subject alone.
    @Test
    void outsideGatheringAnOfficerReadsNothingOfAReport() throws Exception {
        Ticket ticket = told();
        Ticket other = told();
        CopyId id = TestCopies.gathered(app, officer, proved(ticket));
        assertThat(text("SELECT count(*)::text FROM subjectaccess.request WHERE gathering IS NOT NULL"))
                .isEqualTo("0\n");
        assertThatThrownBy(() -> as(officer, () -> reports.get(ticket.report())))
                .isInstanceOf(NotHere.class);
        assertThat(pieces(id).toString()).doesNotContain(other.report().toString());
        assertThat(
                        pieces(id).stream()
                                .flatMap(p -> p.parts().stream())
                                .filter(t -> t.text().contains("CANARY-STORY")))
                .hasSize(1);
    }

    @Test
    void afterFourteenDaysTheCopyIsGoneAndWhatWasDecidedStays() throws Exception {
        Ticket ticket = told();
        CopyId id = TestCopies.gathered(app, officer, proved(ticket));
        TestCopies.decideAll(app, officer, id);
        decide(id, new Decision(pieces(id).getFirst().id(), false, List.of(), "crime"));
        make(id);
        clock.run();
        assertThat(as(officer, () -> deciding.take(id, "pdf")).given()).isNotEmpty();
        TestCopies.run(
                "UPDATE subjectaccess.pack SET made_at = now() - interval '15 days', ends_at = now() -"
                        + " interval '1 day' WHERE request = '" + id + "'");
        assertThatThrownBy(() -> as(officer, () -> deciding.take(id, "pdf")))
                .as("even before the clock comes by")
                .isInstanceOf(NotHere.class);
        clock.run();
        assertThat(text("SELECT bytes::text FROM subjectaccess.piece WHERE bytes IS NOT NULL AND request = '" + id + "'"))
                .isEmpty();
        assertThat(text("SELECT request::text FROM subjectaccess.pack WHERE request = '" + id + "'"))
                .isEmpty();
        assertThat(as(officer, () -> deciding.withheld(id))).isNotEmpty();
    }

    @Test
    void officersAreToldOnceAndAnotherAgencysAreNot() throws Exception {
        CopyId id = TestCopies.ask(app, proved(told()));
        clock.run();
        clock.run();
        assertThat(text("SELECT account::text FROM messages.delivery WHERE subject = '" + id + "'"))
                .isEqualTo(officer.account() + "\n");
    }

    @Test
    void aWorkerAsksForHerselfAndIsNotToldOfWhatSheIsKeptOut() throws Exception {
        as(
                moderator,
                () -> {
                    own.ask(Lang.CY);
                    return true;
                });
        CopyId id = TestCopies.of(moderator.account().value());
        gather(id);
        List<Piece> pieces = pieces(id);
        assertThat(pieces.stream().map(Piece::source)).contains("account.account", "audit.entry");
        assertThat(pieces.stream().flatMap(p -> p.parts().stream()).map(Piece.Part::text))
                .contains("asked-" + moderator.account() + "@example.invalid");
        assertThat(pieces.toString()).doesNotContain("argon");
        as(
                officer,
                () -> {
                    own.ask(Lang.EN);
                    return true;
                });
        CopyId hers = TestCopies.of(officer.account().value());
        assertThat(as(officer, () -> copies.get(hers)).moves()).as("nobody deals with her own").isEmpty();
        assertThatThrownBy(() -> gather(hers)).isInstanceOf(RuntimeException.class);
    }

    private Ticket told() {
        Ticket ticket = telling.start(Lang.EN);
        telling.save(
                ticket,
                Lang.EN,
                Map.ofEntries(
                        Map.entry("who.for", List.of("myself")),
                        Map.entry("who.adult", List.of("yes")),
                        Map.entry("now.danger", List.of("no")),
                        Map.entry("what.kinds", List.of("robbery")),
                        Map.entry("what.severity", List.of("DANGEROUS")),
                        Map.entry("where.region", List.of("SOUTH_WALES")),
                        Map.entry("words", List.of("CANARY-STORY he shut the door. CANARY-FRIEND Siân saw it too.")),
                        Map.entry("them.phone", List.of("07700 900123")),
                        Map.entry("equality.age", List.of("25-34"))),
                "");
        sender.send(
                ticket,
                new Submission(
                        UUID.randomUUID(), Set.of("members"), Screening.NO, Screening.NO, SECOND, Lang.EN));
        return ticket;
    }

    private Ticket proved(Ticket ticket) {
        return receipts.prove(ticket, SECOND).orElseThrow();
    }

    private CopyRow row(CopyId id) {
        return as(officer, () -> copies.get(id)).row();
    }

    private void gather(CopyId id) {
        as(officer, () -> copies.gather(id, copies.get(id).row().version()));
    }

    private void move(CopyId id, String name, String with) {
        run(() -> copies.move(id, row(id).version(), CopyMove.find(name).orElseThrow(), with));
    }

    private void make(CopyId id) {
        run(() -> deciding.make(id, copies.get(id).row().version()));
    }

    private void decide(CopyId id, Decision decision) {
        run(() -> deciding.decide(id, List.of(decision)));
    }

    private void run(Runnable work) {
        as(
                officer,
                () -> {
                    work.run();
                    return true;
                });
    }

    private List<Piece> pieces(CopyId id) {
        return as(
                officer,
                (Supplier<List<Piece>>)
                        () -> {
                            List<Piece> all = new java.util.ArrayList<>();
                            int last = deciding.look(id, "1").leaf().last();
                            for (int page = 1; page <= last; page++) {
                                all.addAll(deciding.look(id, String.valueOf(page)).pieces());
                            }
                            return all;
                        });
    }

    private byte[] json(Pack pack) {
        return as(officer, () -> files.json(languages.in(Lang.EN), pack).getBody());
    }

    private static String body(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Accounts.DemoPerson somebody(Actor.Person person) {
        return new Accounts.DemoPerson(
                new AccountView(
                        person.account(),
                        person.agency(),
                        "Tester",
                        Profession.OTHER,
                        person.roles(),
                        true,
                        Lang.EN),
                "asked-" + person.account() + "@example.invalid",
                "pedwar ceffyl glas ar y bont",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    }

    private static Actor.Person person(AgencyId agency, Role role) {
        return new Actor.Person(new AccountId(UUID.randomUUID()), agency, Set.of(role));
    }
}
