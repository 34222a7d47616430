package org.diogel.subjectaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.subjectaccess.TestCopies.as;
import static org.diogel.subjectaccess.TestCopies.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.contest.Asked;
import org.diogel.contest.RequestId;
import org.diogel.contest.Requests;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Held;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.diogel.kernel.WorkingDays;
import org.diogel.messages.Jobs;
import org.diogel.web.Languages;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// The register of what others ask for, and copies for somebody whom others named.
@WebTest
class NotesAskedTest {

    @Autowired ApplicationContext app;
    @Autowired NotesAsked notes;
    @Autowired Copies copies;
    @Autowired Deciding deciding;
    @Autowired PackFiles files;
    @Autowired Languages languages;
    @Autowired Requests requests;
    @Autowired Access access;
    @Autowired Jobs jobs;

    private final AgencyId desk = new AgencyId(UUID.randomUUID());
    private final Actor.Person officer = person(desk, Role.DATA_PROTECTION_OFFICER);
    private final Actor.Person lead = person(desk, Role.SAFEGUARDING_LEAD);
    private final Actor.Person moderator = person(desk, Role.MODERATOR);
    private final Actor.Person stranger = person(new AgencyId(UUID.randomUUID()), Role.DATA_PROTECTION_OFFICER);

    @BeforeEach
    void people() {
        jobs.stop();
        Acting.run(
                new Actor.Task("set-up"),
                "set-up",
                () -> access.addAgency(new Agency(desk, "Made-up Desk", "project")));
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @Test
    void theClockRunsInWorkingDaysAndTheWordsLieSealed() throws Exception {
        AskedId id = TestCopies.noted(app, officer, "CANARY");
        NotesAsked.Entry entry = open(officer, id);
        assertThat(entry.row().dueOn()).isEqualTo(WorkingDays.after(LocalDate.of(2026, 3, 27), 10));
        assertThat(entry.words()).containsEntry("exact", "CANARY all notes");
        assertThat(text("SELECT t::text FROM subjectaccess.asked t")).doesNotContain("CANARY");
        assertThat(text("SELECT action FROM audit.entry WHERE subject = '" + id + "'"))
                .contains("subjectaccess.notes-received", "subjectaccess.notes-opened");
        assertThat(open(lead, id).words()).isEqualTo(entry.words());
        for (Actor.Person other : List.of(moderator, stranger)) {
            assertThatThrownBy(() -> open(other, id)).isInstanceOf(NotHere.class);
        }
    }

    @Test
    void nobodyReleasesWhatSheDrewUpNotEvenInTheDatabase() throws Exception {
        AskedId id = TestCopies.noted(app, officer, "CANARY");
        assertThatThrownBy(() -> release(lead, id)).as("nothing was considered").isInstanceOf(Stale.class);
        consider(officer, id, List.of("account"));
        assertThat(open(officer, id).moves()).doesNotContain("release");
        assertThatThrownBy(() -> release(officer, id)).isInstanceOf(Stale.class);
        assertThatThrownBy(
                        () ->
                                TestCopies.run(
                                        "UPDATE subjectaccess.asked SET state = 'RELEASED', how = 'post',"
                                                + " released_by = drawn_by, ended_at = now() WHERE id = '"
                                                + id + "'"))
                .hasMessageContaining("check constraint");
        release(lead, id);
        NotesAsked.Entry entry = open(officer, id);
        assertThat(entry.row().state()).isEqualTo(AskedState.RELEASED);
        assertThat(entry.row().releasedBy()).isEqualTo(lead.account().value());
        assertThat(entry.words()).containsEntry("went", "CANARY to the inspector").containsKey("necessity");
        assertThat(entry.moves()).isEmpty();
    }

    /// Whatever is tried in whatever order, the steps are those of the table.
    @Test
    void noOrderOfStepsLeadsAroundTheTable() {
        Random random = new Random(41);
        for (int i = 0; i < 25; i++) {
            AskedId id = TestCopies.noted(app, officer, "CANARY");
            for (int step = 0; step < 6; step++) {
                Actor.Person who = random.nextBoolean() ? officer : lead;
                AskedRow before = open(who, id).row();
                String move = AskedData.MOVES.get(random.nextInt(AskedData.MOVES.size())).name();
                boolean may = open(who, id).moves().contains(move);
                try {
                    step(who, id, move);
                    assertThat(may).as(before.state() + " " + move).isTrue();
                } catch (Stale refused) {
                    assertThat(may).as(before.state() + " " + move).isFalse();
                    assertThat(open(who, id).row()).isEqualTo(before);
                }
            }
            AskedRow end = open(officer, id).row();
            if (end.state() == AskedState.RELEASED) {
                assertThat(end.releasedBy()).isNotNull().isNotEqualTo(end.drawnBy());
            }
        }
    }

    @Test
    void everyPowerSaysWhereItStandsAndSomebodyHasIt() {
        assertThat(AskedData.POWERS)
                .allSatisfy(
                        power -> {
                            assertThat(power.source()).isNotBlank();
                            assertThat(power.who())
                                    .isNotEmpty()
                                    .isSubsetOf(AskedData.ASKERS.stream().map(AskedData.Asker::id).toList());
                        });
        assertThat(Exemption.all()).allSatisfy(one -> assertThat(one.source()).containsPattern("paragraph|Article"));
    }

    /// What others said is not given, and the copy does not say that something is kept back.
    @Test
    void somebodyNamedByOthersLearnsNeitherWhoToldNorThatAnybodyDid() throws Exception {
        RequestId asked = asked();
        CopyId id = as(officer, () -> copies.takeUp(asked, Lang.EN));
        assertThat(as(officer, () -> copies.takeUp(asked, Lang.EN))).isEqualTo(id);
        add(id, "about", Held.Whose.HERS, "CANARY-HIS number. Seen on 3 May at 21:45.");
        add(id, "account", Held.Whose.ANOTHERS, "CANARY-REPORTER said he hit her");
        add(id, "when", Held.Whose.RESERVED, "CANARY-WHEN 3 May 21:45");
        add(id, "where", Held.Whose.RESERVED, "CANARY-WHERE the hotel");
        as(officer, () -> copies.gather(id, copies.get(id).row().version()));
        Deciding.Pieces all = as(officer, () -> deciding.look(id, "1"));
        assertThat(all.pieces().stream().filter(Piece::proposed).map(Piece::source).distinct())
                .contains("contest.request", "added");
        assertThat(all.pieces().stream().filter(p -> p.whose() != Held.Whose.HERS))
                .isNotEmpty()
                .noneMatch(Piece::proposed);
        TestCopies.decideAll(app, officer, id);
        Piece his =
                all.pieces().stream()
                        .filter(p -> p.parts().stream().anyMatch(t -> t.text().contains("CANARY-HIS")))
                        .findFirst()
                        .orElseThrow();
        run(() -> deciding.decide(id, List.of(new Decision(his.id(), true, List.of(2), "third-party"))));
        run(() -> deciding.make(id, copies.get(id).row().version()));
        Pack pack = as(officer, () -> deciding.take(id, "json"));
        String json =
                new String(
                        as(officer, () -> files.json(languages.in(Lang.EN), pack).getBody()),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(json)
                .contains("CANARY-HIS number", "\"withheld\" : [ ]")
                .doesNotContain("CANARY-REPORTER", "CANARY-WHEN", "CANARY-WHERE", "21:45", "paragraph 16");
        assertThat(pack.given().stream().map(Pack.Given::number))
                .as("no gap says that something is missing")
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.rangeClosed(1, pack.given().size()).boxed().toList());
        assertThat(as(officer, () -> deciding.withheld(id))).hasSizeGreaterThanOrEqualTo(4);
    }

    private RequestId asked() throws Exception {
        as(
                new Actor.Anonymous(),
                () ->
                        requests.send(
                                requests.freshForm(),
                                new Asked("access", "CANARY-NAME", "07700 900444", "What is held?"),
                                Lang.EN));
        return new RequestId(
                UUID.fromString(
                        text("SELECT id FROM contest.request ORDER BY received_at DESC LIMIT 1").strip()));
    }

    private void add(CopyId id, String what, Held.Whose whose, String words) {
        run(() -> copies.addByHand(id, copies.get(id).row().version(), what, whose, words));
    }

    private void run(Runnable work) {
        as(
                officer,
                () -> {
                    work.run();
                    return true;
                });
    }

    private NotesAsked.Entry open(Actor.Person who, AskedId id) {
        return as(who, () -> notes.open(id));
    }

    private void step(Actor.Person who, AskedId id, String move) {
        switch (move) {
            case "consider" -> consider(who, id, List.of("account"));
            case "release" -> release(who, id);
            default -> as(who, () -> done(() -> notes.move(id, notes.open(id).row().version(), move)));
        }
    }

    private void consider(Actor.Person who, AskedId id, List<String> classes) {
        as(
                who,
                () ->
                        done(
                                () ->
                                        notes.consider(
                                                id,
                                                notes.open(id).row().version(),
                                                new NotesAsked.Considered(
                                                        "agrees-part",
                                                        "given",
                                                        classes,
                                                        LocalDate.of(2026, 1, 1),
                                                        null,
                                                        Map.of("necessity", "CANARY-NEED")))));
    }

    private void release(Actor.Person who, AskedId id) {
        as(
                who,
                () ->
                        done(
                                () ->
                                        notes.release(
                                                id,
                                                notes.open(id).row().version(),
                                                "in-person",
                                                "CANARY to the inspector")));
    }

    private static boolean done(Runnable work) {
        work.run();
        return true;
    }

    private static Actor.Person person(AgencyId agency, Role role) {
        return new Actor.Person(new AccountId(UUID.randomUUID()), agency, Set.of(role));
    }
}
