package org.diogel.liaison;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.liaison.Village.as;
import static org.diogel.liaison.Village.run;

import java.time.LocalDate;
import java.util.List;
import org.diogel.consent.Consents;
import org.diogel.consent.Disclosure;
import org.diogel.database.TestDatabase;
import org.diogel.messages.Delivery;
import org.diogel.messages.Jobs;
import org.diogel.messages.Messages;
import org.diogel.report.Receipts;
import org.diogel.report.Reports;
import org.diogel.report.StatusLine;
import org.diogel.report.Ticket;
import org.diogel.web.NotHere;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What the tests of packages share.
abstract class InVillage {

    @Autowired ApplicationContext app;
    @Autowired Passing passing;
    @Autowired HandingOver handing;
    @Autowired Inbox inbox;
    @Autowired Reports reports;
    @Autowired Receipts receipts;
    @Autowired Consents consents;
    @Autowired Messages messages;
    @Autowired LiaisonClock clock;
    @Autowired Jobs jobs;

    Village village;

    @BeforeEach
    void people() {
        jobs.stop();
        village = new Village(app);
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    PackageId pass(Ticket ticket, String recipient) {
        return as(village.anwen, () -> passing.pass(ticket.report(), recipient));
    }

    void open(PackageId id) {
        as(village.sian, () -> inbox.open(id, Inbox.Way.PAGE, "investigate"));
    }

    void came(PackageId id, String what, String number, java.util.UUID replaces) {
        run(
                village.sian,
                () ->
                        inbox.record(
                                id,
                                inbox.get(id).row().version(),
                                new Came(what, LocalDate.now(), number, replaces)));
    }

    /// As if it had never been there: the same as for an id nobody ever had.
    void hidden(org.diogel.kernel.Actor who, PackageId id) {
        for (Inbox.Way way : Inbox.Way.values()) {
            assertThatThrownBy(() -> as(who, () -> inbox.open(id, way, "investigate")))
                    .isInstanceOf(NotHere.class);
        }
    }

    List<String> waiting(Ticket ticket) {
        return as(village.catrin, () -> passing.listWaiting(null).rows()).stream()
                .filter(w -> w.item().id().equals(ticket.report()))
                .map(Passing.Waiting::recipient)
                .toList();
    }

    List<String> disclosed(Ticket ticket) {
        return as(village.anwen, () -> consents.disclosures(ticket.report().value())).stream()
                .map((Disclosure d) -> d.what() + " " + d.recipient())
                .toList();
    }

    List<String> lines(Ticket ticket) {
        return receipts.get(ticket).lines().stream().map(StatusLine::key).toList();
    }

    int version(Ticket ticket) {
        return as(village.catrin, () -> reports.get(ticket.report())).version();
    }

    /// Messages that wait to go or went.
    List<Delivery> sent(PackageId id) {
        return as(village.anwen, () -> messages.about(id.value())).stream()
                .filter(d -> d.state() != Delivery.State.CANCELLED)
                .toList();
    }

    long told(PackageId id) {
        return as(village.anwen, () -> messages.about(id.value())).stream()
                .filter(d -> d.account().equals(village.sian.account()))
                .count();
    }

    static void suspend(java.util.UUID account) {
        one("UPDATE account.account SET status = 'suspended' WHERE id = '" + account + "'");
    }

    static String one(String sql) {
        try (var connection = TestDatabase.superuser();
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            var rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
