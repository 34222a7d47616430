package org.diogel.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.liaison.Village.as;
import static org.diogel.liaison.Village.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.alert.AlertId;
import org.diogel.alert.Alerts;
import org.diogel.alert.Outcome;
import org.diogel.alert.Publishing;
import org.diogel.alert.Warning;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.diogel.report.Ticket;
import org.diogel.web.NotHere;
import org.diogel.web.Stale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/// Whoever got a warning by hand hears when it is corrected, taken back or over.
@WebTest
class AfterwordsTest extends InVillage {

    private static final String MUGS = "national-ugly-mugs";

    @Autowired Afterwords afterwords;
    @Autowired Alerts alerts;
    @Autowired Publishing publishing;

    @Test
    void aCorrectionIsToldWithItsTextAndThenThatItWasTakenBack() {
        Ticket ticket = village.tell("members", MUGS);
        AlertId first = village.warn(app, ticket);
        PackageId id = handed(ticket);
        assertThat(open(ticket)).isEmpty();

        AlertId second = correct(first, "Short, red hat");
        Afterword one = only(ticket);
        assertThat(one.what()).isEqualTo("corrected");
        assertThat(as(village.anwen, () -> handing.get(id)).deskNews()).isTrue();
        assertThat(as(village.anwen, () -> afterwords.text(one.id()))).isEmpty();
        run(village.anwen, () -> afterwords.take(one.id(), one.version()));
        assertThat(as(village.anwen, () -> afterwords.text(one.id())))
                .contains(as(village.anwen, () -> alerts.open(second)).warning().orElseThrow());
        assertThat(disclosed(ticket)).contains("correction " + MUGS);
        tell(only(ticket));
        assertThat(open(ticket)).isEmpty();
        assertThat(lines(ticket)).contains("liaison.status.told");

        withdraw(second);
        assertThat(only(ticket).what()).isEqualTo("withdrawn");
    }

    @Test
    void theNewestTakesThePlaceOfWhatWasNotSaidYet() {
        Ticket ticket = village.tell("members", MUGS);
        AlertId first = village.warn(app, ticket);
        handed(ticket);
        AlertId second = correct(first, "Short, red hat");
        Afterword read = only(ticket);
        run(village.anwen, () -> afterwords.take(read.id(), read.version()));
        withdraw(second);
        assertThat(only(ticket).what()).isEqualTo("withdrawn");
        assertThatThrownBy(
                        () ->
                                run(
                                        village.anwen,
                                        () ->
                                                afterwords.told(
                                                        read.id(),
                                                        read.version(),
                                                        LocalDate.now(),
                                                        "telephone")))
                .isInstanceOf(Stale.class);
    }

    @Test
    void whatWaitsToBeHandedOverIsTakenBackAndTheCorrectionGoesInItsPlace() {
        Ticket ticket = village.tell("members", MUGS);
        AlertId first = village.warn(app, ticket);
        PackageId id = pass(ticket, MUGS);
        AlertId second = correct(first, "Short, red hat");
        assertThat(as(village.anwen, () -> handing.get(id)).state()).isEqualTo(PackageState.TAKEN_BACK);
        assertThat(open(ticket)).isEmpty();
        assertThat(waiting(ticket)).contains(MUGS);
        PackageId again = pass(ticket, MUGS);
        assertThat(as(village.anwen, () -> handing.get(again)).warning()).isEqualTo(second.value());
    }

    @Test
    void sheTakesItBackAndTheyAreToldWithoutAnyText() {
        Ticket ticket = village.tell("members", MUGS);
        AlertId first = village.warn(app, ticket);
        handed(ticket);
        correct(first, "Short, red hat");
        Afterword read = only(ticket);
        run(village.anwen, () -> afterwords.take(read.id(), read.version()));
        Ticket proved = receipts.prove(ticket, Village.SECOND).orElseThrow();
        receipts.choose(proved, Set.of("members"), Lang.EN, receipts.told(proved).seen());
        Afterword one = only(ticket);
        assertThat(one.what()).isEqualTo("withdrawn");
        assertThat(as(village.anwen, () -> afterwords.text(one.id()))).isEmpty();
        receipts.stop(ticket);
        assertThat(only(ticket).what()).isEqualTo("withdrawn");
    }

    @Test
    void timeEndsItToo() {
        Ticket ticket = village.tell("members", MUGS);
        AlertId first = village.warn(app, ticket);
        handed(ticket);
        one(
                "UPDATE alert.alert SET published_at = now() - interval '91 days', expires_at = now()"
                        + " - interval '1 minute' WHERE id = '"
                        + first
                        + "'");
        ReflectionTestUtils.invokeMethod(app.getBean("alertClock"), "run");
        assertThat(only(ticket).what()).isEqualTo("expired");
    }

    @Test
    void whatWasDestroyedNeedsNoWordAndAnotherDeskSeesNone() {
        Ticket ticket = village.tell("members", MUGS);
        AlertId first = village.warn(app, ticket);
        PackageId id = pass(ticket, MUGS);
        run(village.anwen, () -> handing.print(id));
        withdraw(first);
        Afterword one = only(ticket);
        assertThatThrownBy(() -> as(village.stranger, () -> afterwords.get(one.id())))
                .isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> as(village.sian, () -> afterwords.get(one.id())))
                .isInstanceOf(NotHere.class);
        run(village.anwen, () -> handing.destroyed(id));
        assertThat(open(ticket)).isEmpty();
    }

    @Test
    void onlyAModeratorTakesATextThatOnlyModeratorsRead() {
        Ticket ticket = village.tell("members", MUGS);
        AlertId first = village.warn(app, ticket);
        handed(ticket);
        correct(first, "Short, red hat");
        Afterword one = only(ticket);
        assertThatThrownBy(
                        () -> run(village.catrin, () -> afterwords.take(one.id(), one.version())))
                .isInstanceOf(NotHere.class);
    }

    private PackageId handed(Ticket ticket) {
        PackageId id = pass(ticket, MUGS);
        run(village.anwen, () -> handing.print(id));
        run(village.anwen, () -> handing.handed(id, LocalDate.now(), "their-page"));
        return id;
    }

    private AlertId correct(AlertId first, String looks) {
        AlertId second = as(village.anwen, () -> alerts.correct(first));
        Warning warning =
                new Warning(
                        Map.of(
                                "kinds", List.of("robbery"),
                                "regions", List.of("SOUTH_WALES"),
                                "audience", List.of("all"),
                                "description.en", List.of(looks),
                                "description.cy", List.of(looks)));
        run(
                village.anwen,
                () -> alerts.propose(second, alerts.open(second).row().version(), warning));
        Actor.Person other =
                new Actor.Person(
                        new AccountId(UUID.randomUUID()), village.desk, Set.of(Role.MODERATOR));
        Outcome out =
                as(other, () -> publishing.publish(second, alerts.open(second).row().version()));
        assertThat(out).isInstanceOf(Outcome.Done.class);
        return second;
    }

    private void withdraw(AlertId id) {
        run(
                village.anwen,
                () -> publishing.withdraw(id, alerts.open(id).row().version(), "Not so"));
    }

    private void tell(Afterword one) {
        run(
                village.catrin,
                () -> afterwords.told(one.id(), one.version(), LocalDate.now(), "telephone"));
    }

    private Afterword only(Ticket ticket) {
        List<Afterword> open = open(ticket);
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private List<Afterword> open(Ticket ticket) {
        return as(village.catrin, afterwords::list).stream()
                .filter(one -> one.report().equals(ticket.report()))
                .toList();
    }
}
