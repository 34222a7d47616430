package org.diogel.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.diogel.WebTest;
import org.diogel.account.TestPeople;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.kernel.RunningLines;
import org.diogel.report.DeskAges;
import org.diogel.report.ReportId;
import org.diogel.report.TestReports;
import org.diogel.trust.Visitor;
import org.diogel.vault.TestClamd;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The administrator sees that somebody is needed, and nothing of any report.
@WebTest
class RunningTest {
    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    @Test
    void sheSeesWhatIsLateAndWhatWasGivenUpAndNothingOfIt() throws Exception {
        TestReports reports = new TestReports(app);
        TestPeople people = new TestPeople(app);
        Somebody administrator =
                people.somebody(people.agency("Swyddfa Prawf"), Role.ADMINISTRATOR);
        ReportId late = reports.sent("DANGEROUS", "members");
        try (Visitor browser = new Visitor(port)) {
            TestPeople.signIn(browser, administrator, 0);
            assertThat(browser.get("/running").text())
                    .contains("The oldest came on")
                    .contains("Nothing needs doing")
                    .contains("None is late");
            sql("update report.report set due_at = now() - interval '1 hour' where id = '"
                    + late.value() + "'");
            String page = browser.get("/running").text();
            assertThat(page)
                    .contains("should have been read by now")
                    .contains("A few are late")
                    .doesNotContain("CANARY")
                    .doesNotContain(late.value().toString());
        }
    }

    /// A poison message is said where she looks first, and stands with its reason where she mends it.
    @Test
    void whatWasGivenUpIsShownAndCanBeTriedAgain() throws Exception {
        TestPeople people = new TestPeople(app);
        Somebody administrator =
                people.somebody(people.agency("Swyddfa Wenwyn"), Role.ADMINISTRATOR);
        try (Visitor browser = new Visitor(port)) {
            TestPeople.signIn(browser, administrator, 0);
            assertThat(browser.get("/running").text()).doesNotContain("Some messages were given up");
            sql(
                    """
                    INSERT INTO messages.delivery
                        (id, account, template, subject_kind, subject, via, state, fault)
                    VALUES (gen_random_uuid(), '%s', 'you-have-a-message', 'account', gen_random_uuid(), 'mail', 'dead', 'refused')
                    """
                            .formatted(administrator.id().value()));
            assertThat(browser.get("/running").text()).contains("Some messages were given up");
            var parked = browser.get("/deliveries");
            assertThat(parked.text()).contains("Given up").contains("It was refused for good");
            String again = parked.page().selectFirst("form[action$=/again]").attr("action");
            assertThat(browser.post(again, parked.fields("form[action$=/again]")).status())
                    .isEqualTo(303);
            assertThat(browser.get("/running").text()).doesNotContain("Some messages were given up");
        }
    }

    /// Whether what comes is looked at by a virus scanner, and whether files wait for it.
    @Test
    void theScannerSaysHowItIsAndHowManyFilesWait() throws Exception {
        TestPeople people = new TestPeople(app);
        Somebody administrator =
                people.somebody(people.agency("Swyddfa Feirysau"), Role.ADMINISTRATOR);
        ReportId report = new TestReports(app).sent("RISKY", "members");
        sql("UPDATE evidence.file SET state = 'READY' WHERE state = 'QUARANTINED'");
        try (Visitor browser = new Visitor(port);
                TestClamd scanner = new TestClamd()) {
            TestPeople.signIn(browser, administrator, 0);
            assertThat(state(browser, "Virus scanner")).contains("None is set up");
            assertThat(state(browser, "Files that wait")).isEqualTo("None");

            System.setProperty(TestClamd.SETTING, scanner.address());
            assertThat(state(browser, "Virus scanner")).isEqualTo("Answers");
            assertThat(browser.get("/running").text()).doesNotContain("The virus scanner does not answer");

            System.setProperty(TestClamd.SETTING, "127.0.0.1:1");
            for (int i = 0; i < 12; i++) {
                if (i == 1) {
                    assertThat(state(browser, "Files that wait")).as("a small count").isEqualTo("A few");
                }
                sql("INSERT INTO evidence.file (id, report, key_id, state, kind, size, intimate, share, waited, at)"
                        + " SELECT gen_random_uuid(), id, key_id, 'QUARANTINED', 'TEXT', 1, false, false, true, now()"
                        + " FROM report.report WHERE id = '" + report.value() + "'");
            }
            assertThat(state(browser, "Virus scanner")).isEqualTo("Does not answer");
            assertThat(state(browser, "Files that wait")).isEqualTo("12");
            assertThat(browser.get("/running").text())
                    .contains("The virus scanner does not answer")
                    .doesNotContain(report.value().toString());
        } finally {
            System.clearProperty(TestClamd.SETTING);
            sql("DELETE FROM evidence.file WHERE report = '" + report.value() + "'");
        }
    }

    private static String state(Visitor browser, String name) throws Exception {
        return browser.get("/running").page().select(".govuk-summary-list__row").stream()
                .filter(row -> row.select("dt").text().startsWith(name))
                .findFirst()
                .orElseThrow()
                .select("dd")
                .text();
    }

    @Test
    void nobodyElseFindsThePageOrTheNumbers() throws Exception {
        TestPeople people = new TestPeople(app);
        var agency = people.agency("Arall " + System.nanoTime());
        for (Role role : Role.values()) {
            if (role == Role.ADMINISTRATOR) {
                continue;
            }
            Somebody who = people.somebody(agency, role);
            Actor.Person actor = new Actor.Person(who.id(), agency, Set.of(role));
            Acting.run(
                    actor,
                    "work",
                    () ->
                            assertThatThrownBy(() -> app.getBean(DeskAges.class).listUnread())
                                    .as("%s", role)
                                    .isInstanceOf(RuntimeException.class));
            Acting.run(
                    actor,
                    "work",
                    () ->
                            assertThatThrownBy(
                                            () ->
                                                    app.getBeansOfType(RunningLines.class)
                                                            .values()
                                                            .forEach(RunningLines::lines))
                                    .as("%s", role)
                                    .isInstanceOf(RuntimeException.class));
        }
        Somebody moderator = people.somebody(agency, Role.MODERATOR);
        try (Visitor browser = new Visitor(port)) {
            TestPeople.signIn(browser, moderator, 0);
            assertThat(browser.get("/running").status()).isEqualTo(404);
        }
    }

    private static void sql(String statement) throws Exception {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
