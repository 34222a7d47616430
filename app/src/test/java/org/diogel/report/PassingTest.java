package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.report.Fixtures.one;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.account.TestPeople;
import org.diogel.kernel.Role;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// What the desk does when it sees what nobody asked about, and what it may not do unread.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PassingTest {
    private static final String[] MEMBERS = {"members"};

    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    private TestReports reports;
    private TestPeople people;
    private Visitor moderator;
    private Visitor lead;

    @BeforeAll
    void aDesk() throws Exception {
        reports = new TestReports(app);
        people = new TestPeople(app);
        moderator = signedIn(Role.MODERATOR);
        lead = signedIn(Role.SAFEGUARDING_LEAD);
    }

    @AfterAll
    void close() {
        moderator.close();
        lead.close();
    }

    @Test
    void whatWasAnsweredNoTwiceStillReachesTheLead() throws Exception {
        ReportId id = reports.sent("RISKY", MEMBERS);
        String path = "/queue/" + id;
        read(moderator, path);
        assertThat(moderator.get(path).page().select("a[href='" + path + "/pass']")).hasSize(1);
        Answer empty = moderator.post(path + "/pass", moderator.get(path + "/pass").fields());
        assertThat(empty.status()).isEqualTo(422);

        Answer done = act(moderator, path + "/pass", "reason", "The text shows a child.");

        assertThat(moderator.follow(done).text()).contains("It is with the safeguarding lead now", "999");
        assertThat(state(id)).isEqualTo("WAITING");
        assertThat(moderator.get(path + "/original").status()).isEqualTo(303);
        app.getBean(Alarm.class).run();
        assertThat(
                        one(
                                "SELECT count(*) > 0 FROM messages.delivery WHERE subject = ?",
                                id.value()))
                .isEqualTo("t");
        assertThat(read(lead, path).text()).contains("The text shows a child.");
    }

    @Test
    void aProjectWithoutALeadIsToldSoBeforeItPasses() throws Exception {
        ReportId id = reports.sent("RISKY");
        String said = "Your project has no safeguarding lead";
        assertThat(moderator.get("/queue/" + id + "/pass").text()).doesNotContain(said);
        standing("active", "suspended");
        try {
            assertThat(moderator.get("/queue/" + id + "/pass").text()).contains(said);
        } finally {
            standing("suspended", "active");
        }
    }

    private void standing(String from, String to) {
        one(
                """
                UPDATE account.account SET status = ?
                 WHERE agency_id = ? AND status = ? AND 'SAFEGUARDING_LEAD' = ANY (roles)
                """,
                to,
                reports.desk().value(),
                from);
    }

    @Test
    void whatIsClosedIsPassedTooAndWhoeverComesSecondIsTold() throws Exception {
        ReportId id = reports.sent("RISKY");
        String path = "/queue/" + id;
        read(moderator, path);
        act(moderator, path + "/close", "reason", "Nothing to do.");
        Answer form = moderator.get(path + "/pass");
        act(moderator, path + "/reopen", "reason", "More came.");
        Map<String, List<String>> late = with(form, "reason", "She is sixteen.");
        Answer overtaken = moderator.post(path + "/pass", late);
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.text()).contains("She is sixteen.");
        read(moderator, path);
        act(moderator, path + "/close", "reason", "Nothing to do.");
        act(moderator, path + "/pass", "reason", "She is sixteen.");
        assertThat(state(id)).isEqualTo("WAITING");
    }

    @Test
    void theLeadHoldsInOneStepAndWritesToHer() throws Exception {
        Ticket ticket = reports.ticket("RISKY", Fixtures.submission("members"));
        String path = "/queue/" + ticket.report();
        assertThat(read(lead, path).page().select("a[href='" + path + "/screening']")).hasSize(1);
        Answer ask = lead.get(path + "/screening");
        assertThat(ask.page().select("input[name=ground]").eachAttr("value"))
                .containsExactly("child", "life");
        Map<String, List<String>> decision = with(ask, "ground", "child");
        decision.put("reason", List.of("She is sixteen."));
        assertThat(lead.follow(lead.post(path + "/screening", decision)).text())
                .contains("Go on by your safeguarding procedure");
        assertThat(state(ticket.report())).isEqualTo("HELD");

        assertThat(lead.get(path).page().select("a[href='" + path + "/message']")).hasSize(1);
        act(lead, path + "/message", "text", "We had to tell somebody.");
        Receipt receipt = app.getBean(Receipts.class).get(ticket);
        assertThat(receipt.messages())
                .extracting(Addition::text)
                .containsExactly("We had to tell somebody.");
        assertThat(receipt.lines()).extracting(StatusLine::key).contains("report.status.held");
        assertThat(moderator.get(path + "/message").status()).isEqualTo(303);
    }

    @Test
    void theLeadWritesWhileItWaits() throws Exception {
        ReportId id = reports.waiting();
        act(lead, "/queue/" + id + "/message", "text", "Are you safe?");
        assertThat(state(id)).isEqualTo("WAITING");
    }

    @Test
    void whatTheLeadLetGoAndWhatIsTakenUpAgainIsUnreadWithANewTime() throws Exception {
        ReportId id = reports.waiting();
        String path = "/queue/" + id;
        read(lead, path);
        Map<String, List<String>> release = with(lead.get(path + "/screening"), "ground", "neither");
        release.put("reason", List.of("All is well."));
        lead.post(path + "/screening", release);
        assertThat(row(id)).contains("Not read yet", "23 hours left");
        read(moderator, path);
        assertThat(row(id)).doesNotContain("Not read yet");
        act(moderator, path + "/close", "reason", "Done.");
        act(moderator, path + "/reopen", "reason", "More came.");
        assertThat(row(id)).contains("Not read yet", "23 hours left");
    }

    @Test
    void nothingIsClosedUnreadOrUnscreened() throws Exception {
        Ticket ticket = reports.ticket("RISKY", Fixtures.screened(Screening.UNANSWERED, Screening.NO));
        String path = "/queue/" + ticket.report();
        assertThat(moderator.get(path).text()).contains("first decide whether a child or a life");
        assertThat(moderator.get(path + "/close").status()).isEqualTo(303);
        Map<String, List<String>> neither =
                with(moderator.get(path + "/screening"), "ground", "neither");
        neither.put("reason", List.of("Read whole."));
        assertThat(moderator.follow(moderator.post(path + "/screening", neither)).text())
                .contains("neither a child nor a life is at risk");
        assertThat(moderator.get(path).text()).contains("nobody has read it");
        read(moderator, path);
        Answer form = moderator.get(path + "/close");
        reports.add(ticket, "One thing more");
        Answer refused = moderator.post(path + "/close", with(form, "reason", "Done."));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("they added something that nobody has read", "Done.");
        read(moderator, path);
        act(moderator, path + "/close", "reason", "Done.");
        assertThat(state(ticket.report())).isEqualTo("CLOSED");
    }

    @Test
    void aMessagePressedTwiceIsThereOnce() throws Exception {
        Ticket ticket = reports.ticket("RISKY", Fixtures.submission());
        String path = "/queue/" + ticket.report() + "/message";
        Answer form = moderator.get(path);
        moderator.post(path, with(form, "text", "Please come by."));
        moderator.post(path, with(form, "text", "Please come by."));
        moderator.post(path, with(form, "text", "Please come by on Tuesday."));
        assertThat(app.getBean(Receipts.class).get(ticket).messages())
                .extracting(Addition::text)
                .containsExactly("Please come by.", "Please come by on Tuesday.");
    }

    private String row(ReportId id) throws IOException {
        return moderator.get("/queue").page().select("tr:has(a[href$='" + id + "'])").text();
    }

    private static String state(ReportId id) {
        return one("SELECT state FROM report.report WHERE id = ?", id.value());
    }

    private static Answer read(Visitor who, String path) throws IOException {
        Answer page =
                who.post(
                        path + "/original",
                        with(who.get(path + "/original"), "purpose", "safeguarding"));
        assertThat(page.status()).isEqualTo(200);
        return page;
    }

    private static Answer act(Visitor who, String path, String field, String text)
            throws IOException {
        Answer done = who.post(path, with(who.get(path), field, text));
        assertThat(done.status()).as(path).isEqualTo(303);
        return done;
    }

    private Visitor signedIn(Role role) throws IOException {
        Visitor browser = new Visitor(port);
        assertThat(TestPeople.signIn(browser, people.somebody(reports.desk(), role), 0).status())
                .isEqualTo(303);
        return browser;
    }

    private static Map<String, List<String>> with(Answer page, String field, String value) {
        Map<String, List<String>> fields = new LinkedHashMap<>(page.fields("form#form"));
        fields.put(field, List.of(value));
        return fields;
    }
}
