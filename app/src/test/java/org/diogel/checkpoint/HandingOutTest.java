package org.diogel.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.account.Profession;
import org.diogel.audit.Audit;
import org.diogel.audit.AuditEntry;
import org.diogel.audit.Sequencer;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AccountId;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.diogel.messages.Jobs;
import org.diogel.messages.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The officers of every agency hear once, in neutral words, that there is a checkpoint to keep.
@WebTest
class HandingOutTest {

    @Autowired private HandingOut handingOut;
    @Autowired private Audit audit;
    @Autowired private Sequencer sequencer;
    @Autowired private Access access;
    @Autowired private Accounts accounts;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private Jobs jobs;

    private final Actor.Person officer = person(Role.DATA_PROTECTION_OFFICER);
    private final Actor.Person partner = person(Role.DATA_PROTECTION_OFFICER);
    private final Actor.Person moderator = person(Role.MODERATOR);

    @BeforeEach
    void partnership() {
        jobs.stop();
        Acting.run(
                new Actor.Task("set-up"),
                "set-up",
                () ->
                        List.of(officer, partner, moderator)
                                .forEach(
                                        one -> {
                                            access.addAgency(
                                                    new Agency(one.agency(), "Made-up " + one.agency(), "project"));
                                            accounts.createDemo(somebody(one));
                                        }));
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    @Test
    void everyOfficerHearsOnceAndNobodyElse() throws Exception {
        handingOut.run();
        assertThat(queued()).as("nothing is signed yet").isEmpty();
        Acting.run(
                officer,
                "work",
                () ->
                        new TransactionTemplate(transactions)
                                .executeWithoutResult(
                                        _ -> audit.record(AuditEntry.of("report.opened", "report", UUID.randomUUID()))));
        sequencer.run();
        handingOut.run();
        handingOut.run();
        assertThat(queued())
                .containsExactlyInAnyOrder(
                        Messages.NEUTRAL + " " + officer.account(),
                        Messages.NEUTRAL + " " + partner.account());
    }

    private static List<String> queued() throws SQLException {
        try (Connection superuser = TestDatabase.superuser();
                var sql = superuser.createStatement();
                var row =
                        sql.executeQuery(
                                "SELECT template || ' ' || account FROM messages.delivery WHERE subject_kind = 'checkpoint'")) {
            List<String> queued = new ArrayList<>();
            while (row.next()) {
                queued.add(row.getString(1));
            }
            return queued;
        }
    }

    private static Accounts.DemoPerson somebody(Actor.Person person) {
        return new Accounts.DemoPerson(
                new AccountView(
                        person.account(),
                        person.agency(),
                        "Tester",
                        Profession.PROJECT_WORKER,
                        person.roles(),
                        true,
                        Lang.EN),
                "kept-" + person.account() + "@example.invalid",
                "pedwar ceffyl glas ar y bont",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    }

    private static Actor.Person person(Role role) {
        return new Actor.Person(
                new AccountId(UUID.randomUUID()), new AgencyId(UUID.randomUUID()), Set.of(role));
    }
}
