package org.diogel.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.liaison.Village.as;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.diogel.WebTest;
import org.diogel.alert.AllPages;
import org.diogel.alert.AlertId;
import org.diogel.alert.Alerts;
import org.diogel.alert.Board;
import org.diogel.alert.Outcome;
import org.diogel.alert.Publishing;
import org.diogel.alert.Warning;
import org.diogel.consent.NotAgreed;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.diogel.report.OwnCodes;
import org.diogel.report.ReportState;
import org.diogel.report.Screening;
import org.diogel.report.Sender;
import org.diogel.report.Sending;
import org.diogel.report.Submission;
import org.diogel.report.Telling;
import org.diogel.report.Ticket;
import org.diogel.web.NotHere;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Four journeys, each with what every role can and cannot see afterwards: the person is a police
/// officer; she is fifteen; the one it happened to could not be asked; the warning is corrected and
/// then withdrawn.
@WebTest
class FourJourneysTest extends InVillage {

    @Autowired Telling telling;
    @Autowired Sender sender;
    @Autowired OwnCodes codes;
    @Autowired Alerts alerts;
    @Autowired Publishing publishing;
    @Autowired Board board;

    private final Map<String, Actor.Person> everybody = new LinkedHashMap<>();

    @BeforeEach
    void everyRole() {
        everybody.clear();
        everybody.put("moderator", village.anwen);
        everybody.put("caseworker", village.catrin);
        everybody.put("lead", village.lead);
        everybody.put("another desk", village.stranger);
        everybody.put("southern officer", village.sian);
        everybody.put("eastern officer", village.gwenan);
        for (Role role :
                List.of(
                        Role.MEMBER,
                        Role.ADMINISTRATOR,
                        Role.DATA_PROTECTION_OFFICER,
                        Role.COORDINATOR,
                        Role.ANALYST,
                        Role.ATTENDEE)) {
            everybody.put(
                    role.name().toLowerCase(java.util.Locale.ROOT),
                    new Actor.Person(
                            new AccountId(UUID.randomUUID()), village.desk, Set.of(role)));
        }
    }

    @Test
    void thePersonIsAPoliceOfficer() {
        Ticket ticket =
                village.tell(
                        Map.of("them.relation", List.of("police"), "them.force", List.of("gwent")),
                        "members", Village.GWENT, "intelligence-gwent", Village.SOUTH, "police-watchdog");
        assertThat(as(village.anwen, () -> consents.current(ticket.report().value())))
                .extracting(a -> a.recipient())
                .containsExactlyInAnyOrder("members", Village.SOUTH, "police-watchdog");
        assertThatThrownBy(() -> pass(ticket, Village.GWENT)).isInstanceOf(NotAgreed.class);
        PackageId south = pass(ticket, Village.SOUTH);
        PackageId watchdog = pass(ticket, "police-watchdog");

        seen(ticket, Map.of("moderator", 2, "caseworker", 2, "lead", 2));
        packages(south, "southern officer");
        packages(watchdog);
    }

    @Test
    void sheIsFifteen() {
        Ticket ticket = telling.start(Lang.EN);
        telling.save(
                ticket,
                Lang.EN,
                Map.of(
                        "who.for", List.of("myself"),
                        "who.adult", List.of("no"),
                        "words", List.of(Village.STORY)),
                "");
        Sending sent =
                sender.send(
                        ticket,
                        new Submission(
                                UUID.randomUUID(),
                                Set.of("members", Village.SOUTH),
                                Screening.NO,
                                Screening.NO,
                                Village.SECOND,
                                Lang.EN));
        assertThat(sent).isEqualTo(new Sending.Sent(true));

        seen(ticket, Map.of("moderator", 1, "caseworker", 1, "lead", 2));
        assertThatThrownBy(() -> pass(ticket, Village.SOUTH))
                .isInstanceOfAny(NotAgreed.class, NotHere.class);
        assertThatThrownBy(() -> as(village.anwen, () -> alerts.start(ticket.report())))
                .isInstanceOf(RuntimeException.class);
        Ticket second = receipts.prove(ticket, Village.SECOND).orElseThrow();
        assertThat(receipts.delete(second)).as("the lead must be able to read it").isFalse();
        assertThat(receipts.get(ticket).state()).isEqualTo(ReportState.WAITING);
        assertThat(receipts.told(second).disclosures()).isEmpty();
    }

    @Test
    void theOneItHappenedToCouldNotBeAsked() {
        Ticket ticket = as(village.catrin, () -> telling.startFor(Lang.EN, "Made-up Desk"));
        telling.save(
                ticket,
                Lang.EN,
                Map.of(
                        "who.agreement", List.of("unable"),
                        "who.adult", List.of("yes"),
                        "what.kinds", List.of("robbery"),
                        "words", List.of(Village.STORY)),
                "");
        sender.send(
                ticket,
                new Submission(
                        UUID.randomUUID(),
                        Set.of("members", Village.SOUTH, Village.SOUTH_INTELLIGENCE),
                        Screening.NO,
                        Screening.NO,
                        Village.SECOND,
                        Lang.EN));
        assertThat(as(village.anwen, () -> consents.current(ticket.report().value())))
                .extracting(a -> a.recipient())
                .containsExactly("members");
        assertThatThrownBy(() -> pass(ticket, Village.SOUTH)).isInstanceOf(NotAgreed.class);
        assertThat(receipts.prove(ticket, Village.SECOND)).as("the worker's code has none").isEmpty();
        assertThat(as(village.anwen, () -> codes.give(ticket.report()))).isPresent();
        seen(ticket, Map.of("moderator", 2, "caseworker", 2, "lead", 2));
        AlertId warning = village.warn(app, ticket);
        warned(warning, "moderator", "member");
    }

    @Test
    void theWarningIsCorrectedAndThenWithdrawn() {
        Ticket ticket = village.tell("members");
        AlertId first = village.warn(app, ticket);
        warned(first, "moderator", "member");
        Actor.Person member = everybody.get("member");
        assertThat(as(member, () -> board.open(first)).warning()).isPresent();

        AlertId second = as(village.anwen, () -> alerts.correct(first));
        Warning warning =
                as(village.anwen, () -> alerts.open(second))
                        .warning()
                        .orElseThrow()
                        .with(Map.of("description.en", List.of("Tall, blue coat")));
        as(village.anwen, () -> alerts.propose(second, alerts.open(second).row().version(), warning));
        Actor.Person other =
                new Actor.Person(
                        new AccountId(UUID.randomUUID()), village.desk, Set.of(Role.MODERATOR));
        assertThat(as(other, () -> publishing.publish(second, alerts.open(second).row().version())))
                .isInstanceOf(Outcome.Done.class);
        assertThat(as(member, () -> board.open(first)).warning()).as("no longer counts").isEmpty();
        assertThat(as(member, () -> board.open(first)).newer()).contains(second);
        assertThat(as(member, () -> board.open(second)).warning()).isPresent();

        Village.run(
                village.anwen,
                () ->
                        publishing.withdraw(
                                second, alerts.open(second).row().version(), "A made-up reason"));
        for (AlertId id : List.of(first, second)) {
            assertThat(as(member, () -> board.open(id)).warning()).isEmpty();
        }
        seen(ticket, Map.of("moderator", 2, "caseworker", 2, "lead", 2));
        assertThat(lines(ticket))
                .contains("alert.status.published", "alert.status.correction", "alert.status.withdrawn");
        assertThat(disclosed(ticket)).contains("warning members", "correction members");
    }

    /// How much each role sees of a report: 0 nothing, 1 that it is there, 2 what was told. Whoever is
    /// not named sees nothing.
    private void seen(Ticket ticket, Map<String, Integer> expected) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        everybody.forEach(
                (name, who) -> {
                    boolean there =
                            can(
                                    () ->
                                            as(who, () -> reports.list(List.of(ticket.report())))
                                                    .containsKey(ticket.report()));
                    boolean read =
                            can(
                                    () ->
                                            as(who, () -> reports.open(ticket.report(), "first-reading"))
                                                    .answers()
                                                    .has("words"));
                    int much = read ? 2 : there ? 1 : 0;
                    if (much > 0) {
                        seen.put(name, much);
                    }
                });
        assertThat(seen).containsExactlyInAnyOrderEntriesOf(expected);
    }

    /// Who of all finds a package in a list of a force, and can open it.
    private void packages(PackageId id, String... names) {
        assertThat(
                        everybody.entrySet().stream()
                                .filter(
                                        e ->
                                                can(
                                                        () ->
                                                                as(
                                                                        e.getValue(),
                                                                        () ->
                                                                                inbox.open(
                                                                                        id,
                                                                                        Inbox.Way.PAGE,
                                                                                        "investigate"))
                                                                        != null))
                                .map(Map.Entry::getKey))
                .containsExactly(names);
    }

    /// Who of all finds a warning that is out: those who made it, and members.
    private void warned(AlertId id, String... names) {
        assertThat(
                        everybody.entrySet().stream()
                                .filter(
                                        e ->
                                                can(
                                                        () ->
                                                                as(e.getValue(), () -> AllPages.of(board)).stream()
                                                                        .anyMatch(
                                                                                b ->
                                                                                        b.row()
                                                                                                .id()
                                                                                                .equals(id))))
                                .map(Map.Entry::getKey))
                .containsExactly(names);
    }

    private static boolean can(BooleanSupplier look) {
        try {
            return look.getAsBoolean();
        } catch (NotHere | org.springframework.dao.DataAccessException hidden) {
            return false;
        }
    }
}
