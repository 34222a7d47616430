package org.diogel.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.checker.Town.as;
import static org.diogel.checker.Town.one;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diogel.WebTest;
import org.diogel.alert.AlertId;
import org.diogel.alert.Publishing;
import org.diogel.consent.Consents;
import org.diogel.kernel.Lang;
import org.diogel.messages.Jobs;
import org.diogel.report.Receipts;
import org.diogel.report.Reports;
import org.diogel.report.Ticket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What may be looked up comes and goes with her yes and with the warning. DOMAIN §4.6.
@WebTest
class EntriesTest {

    private static final String PHONE = "07700 900321";
    private static final Map<String, String> THEM =
            Map.of(
                    "them.phone", PHONE,
                    "them.email", "some.body+x@gmail.com",
                    "them.vehicle", "CU51 ABC",
                    "them.handle", "Snapchat: bad.man");

    @Autowired ApplicationContext app;
    @Autowired Checks checks;
    @Autowired Receipts receipts;
    @Autowired Reports reports;
    @Autowired Publishing publishing;
    @Autowired Consents consents;
    @Autowired Jobs jobs;

    private Town town;

    @BeforeEach
    void town() {
        jobs.stop();
        Town.sql("DELETE FROM checker.entry");
        town = new Town(app);
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @Test
    void whatSheLetBeLookedUpIsEnteredWithTheWarningAndWrittenDown() {
        Ticket ticket = town.tell(THEM, "members", "checker");
        AlertId alert = town.warn(ticket);
        // A number once, an address twice, a plate twice, a name on a site three times.
        assertThat(entries(ticket)).isEqualTo(8);
        town.show();
        assertThat(found(PHONE)).isTrue();
        assertThat(
                        as(town.writer, () -> consents.disclosures(ticket.report().value())))
                .anyMatch(
                        gone ->
                                gone.recipient().equals("checker")
                                        && gone.what().equals("checker")
                                        && gone.reference().equals(alert.value()));
    }

    /// Nobody sees from outside when somebody told: an entry waits for the next full hour and up to
    /// one more.
    @Test
    void anEntryDoesNotShowAtOnce() {
        Ticket ticket = town.tell(THEM, "members", "checker");
        town.warn(ticket);
        assertThat(found(PHONE)).isFalse();
        String wait =
                "SELECT bool_and(shown_from >= date_trunc('hour', now()) + interval '1 hour'"
                        + " AND shown_from < date_trunc('hour', now()) + interval '2 hours 1 second'"
                        + " AND shown_from = (SELECT min(shown_from) FROM checker.entry WHERE report = '"
                        + ticket.report() + "')) FROM checker.entry WHERE report = '" + ticket.report() + "'";
        assertThat(one(wait)).isEqualTo("t");
    }

    @Test
    void withoutHerYesNothingIsEntered() {
        Ticket ticket = town.tell(THEM, "members");
        town.warn(ticket);
        assertThat(entries(ticket)).isZero();
    }

    @Test
    void stoppingTakesItAwayAtOnce() {
        Ticket ticket = shown();
        receipts.stop(ticket);
        assertGone(ticket);
    }

    @Test
    void takingBackThisAloneTakesItAwayAtOnce() {
        Ticket ticket = shown();
        Ticket proved = receipts.prove(ticket, Town.SECOND).orElseThrow();
        receipts.choose(proved, Set.of("members"), Lang.EN, receipts.told(proved).seen());
        assertGone(ticket);
    }

    @Test
    void deletingTakesItAwayAtOnce() {
        Ticket ticket = shown();
        receipts.delete(receipts.prove(ticket, Town.SECOND).orElseThrow());
        assertGone(ticket);
    }

    @Test
    void whatTheSafeguardingLeadGetsIsTakenAwayByWhoeverPassesItOn() {
        Ticket ticket = shown();
        as(
                town.caseworker,
                () -> {
                    reports.pass(
                            ticket.report(), reports.get(ticket.report()).version(), "A made-up reason");
                    return true;
                });
        assertGone(ticket);
    }

    @Test
    void withdrawingTheWarningTakesItAwayAtOnce() {
        Ticket ticket = town.tell(THEM, "members", "checker");
        AlertId alert = town.warn(ticket);
        town.show();
        as(
                town.writer,
                () -> {
                    publishing.withdraw(alert, town.version(alert), "A made-up reason");
                    return true;
                });
        assertGone(ticket);
    }

    /// Also while nothing runs in the background.
    @Test
    void aWarningWhoseTimeIsOverIsNotFound() {
        Ticket ticket = shown();
        Town.sql(
                "UPDATE alert.alert SET expires_at = now() - interval '1 second' WHERE report = '"
                        + ticket.report() + "'");
        assertThat(found(PHONE)).isFalse();
    }

    /// Waiting again would hide for hours what members could find before.
    @Test
    void aCorrectionTakesOverWhatShowed() {
        Ticket ticket = town.tell(THEM, "members", "checker");
        AlertId first = town.warn(ticket);
        town.show();
        AlertId other = town.correct(first);
        assertThat(entries(ticket)).isEqualTo(8);
        assertThat(one("SELECT count(*) FROM checker.entry WHERE alert = '" + other + "'"))
                .isEqualTo("8");
        assertThat(found(PHONE)).isTrue();
    }

    /// The agency where the person works is left out of the warning, and so of this.
    @Test
    void whoIsLeftOutOfTheWarningFindsNothing() {
        Ticket ticket = town.tell(THEM, "members", "checker");
        town.warn(ticket, town.desk.toString());
        town.show();
        assertThat(found(PHONE)).isTrue();
        assertThat(as(town.farMember, () -> look(PHONE)).matches()).isEmpty();
    }

    /// What a hand-made yes to something else was for is not sent.
    @Test
    void whatSheWasShownOtherwiseIsNotEntered() {
        Ticket ticket = town.tell(THEM, "members", "checker");
        Town.sql(
                "ALTER TABLE consent.agreed DISABLE TRIGGER ALL; UPDATE consent.agreed SET shown ="
                        + " decode(repeat('00', 32), 'hex') WHERE recipient = 'checker'; ALTER TABLE"
                        + " consent.agreed ENABLE TRIGGER ALL");
        town.warn(ticket);
        assertThat(entries(ticket)).isZero();
    }

    private Ticket shown() {
        Ticket ticket = town.tell(THEM, "members", "checker");
        town.warn(ticket);
        town.show();
        assertThat(found(PHONE)).isTrue();
        return ticket;
    }

    private void assertGone(Ticket ticket) {
        assertThat(entries(ticket)).isZero();
        assertThat(found(PHONE)).isFalse();
    }

    private int entries(Ticket ticket) {
        return Integer.parseInt(
                one("SELECT count(*) FROM checker.entry WHERE report = '" + ticket.report() + "'"));
    }

    private boolean found(String what) {
        return !as(town.member, () -> look(what)).matches().isEmpty();
    }

    private Answer.Looked look(String what) {
        return (Answer.Looked) checks.check(what, Optional.empty(), "");
    }
}
