package org.diogel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.report.Fixtures.one;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.account.TestPeople;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.kernel.Role;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.diogel.web.Leaf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The desk's side over HTTP: what is seen, by whom, and what is noted of it.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueTest {
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

    @BeforeEach
    void inEnglish() {
        moderator.cookies.remove("__Host-lang");
    }

    @AfterAll
    void close() {
        moderator.close();
        lead.close();
    }

    @Test
    void homeLeadsToWhatNeedsDoingFirst() throws Exception {
        assertThat(moderator.get("/home").location()).isEqualTo("/queue");
        assertThat(lead.get("/home").location()).isEqualTo("/queue");
        try (Visitor member = signedIn(Role.ATTENDEE)) {
            assertThat(member.get("/home").status()).isEqualTo(200);
            assertThat(member.get("/queue").status()).isEqualTo(404);
        }
    }

    @Test
    void theQueueShowsReferenceDangerAreaAgeAndClockAndNothingSealed() throws Exception {
        ReportId id = reports.sent("DANGEROUS", MEMBERS);
        String reference = reference(id);

        Answer page = moderator.get("/queue");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("tbody tr:has(a[href$='" + id + "'])").text())
                .contains(reference, "Dangerous", "South Wales", "1 minute ago", "23 hours left")
                .contains("Not read yet");
        assertThat(page.text()).doesNotContain("CANARY", "900123", "QI00");
        assertThat(page.page().title()).doesNotContainIgnoringCase("report");
    }

    @Test
    void whatIsDangerousComesFirstThenWhatHasTheLeastTimeLeft() throws Exception {
        ReportId nuisance = reports.sent("NUISANCE");
        ReportId dangerous = reports.sent("DANGEROUS");
        ReportId late = reports.sent("NUISANCE");
        one(
                "UPDATE report.report SET due_at = now() - interval '3 hours' WHERE id = ?",
                late.value());

        Answer page = moderator.get("/queue");

        List<String> order =
                page.page().select("tbody th a").eachAttr("href").stream()
                        .map(h -> h.replace("/queue/", ""))
                        .filter(List.of(id(nuisance), id(dangerous), id(late))::contains)
                        .toList();
        assertThat(order).containsExactly(id(dangerous), id(late), id(nuisance));
        assertThat(page.page().select("tr:has(a[href$='" + late + "']) .diogel-overdue").text())
                .isEqualTo("Overdue by 3 hours");
        assertThat(moderator.get("/queue?show=overdue").text())
                .contains(id(late))
                .doesNotContain(id(nuisance));
    }

    @Test
    void everyFilterIsALinkWithItsCountAndAnEmptyOneSaysWhy() throws Exception {
        reports.sent("RISKY");
        Answer page = moderator.get("/queue");
        for (var link : page.page().select("ul.diogel-filters a")) {
            Answer filtered = moderator.get(link.attr("href"));
            long rows = filtered.page().select("tbody tr").size();
            String count = link.text().replaceAll(".*\\(([0-9]+)\\)", "$1");
            assertThat(rows)
                    .as(link.attr("href"))
                    .isEqualTo(Math.min(Long.parseLong(count), Leaf.ROWS));
        }
        assertThat(moderator.get("/queue?show=added").text())
                .contains("Nobody has added anything that you have not read.");
        assertThat(moderator.get("/queue?show=nonsense&region=nowhere").status()).isEqualTo(200);
    }

    @Test
    void whatSheWroteIsShownOnceForAReasonAndNoted() throws Exception {
        ReportId id = reports.sent("DANGEROUS", MEMBERS);
        String path = "/queue/" + id;
        Answer item = moderator.get(path);
        assertThat(item.text()).contains("A warning to the members").doesNotContain("CANARY");
        assertThat(item.page().select("form[action='" + path + "/warning']")).hasSize(1);

        Answer ask = moderator.get(path + "/original");
        assertThat(ask.text()).doesNotContain("CANARY");
        Answer unsaid = moderator.post(path + "/original", ask.fields());
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text()).contains("Choose why you open it").doesNotContain("CANARY");

        Answer original = moderator.post(path + "/original", with(ask, "purpose", "write-warning"));
        assertThat(original.status()).isEqualTo(200);
        assertThat(original.text())
                .contains(TestReports.WORDS, "07700 900123", "To write a warning");
        assertThat(original.header("cache-control")).hasValue("no-store");
        assertThat(
                        one(
                                """
                                SELECT count(*) || ' ' || min(purpose) || ' ' || min(array_to_string(fields, ','))
                                  FROM audit.entry WHERE action = 'report.opened' AND subject = ?
                                """,
                                id.value()))
                .startsWith("1 write-warning ")
                .contains("them.phone", "words")
                .doesNotContain("CANARY");
        assertThat(moderator.get(path + "/original").text()).doesNotContain("CANARY");
        assertThat(moderator.get("/queue").page().select("tr:has(a[href$='" + id + "'])").text())
                .doesNotContain("Not read yet")
                .contains("Read");
    }

    @Test
    void withoutHerAgreementNoWarningCanBeStarted() throws Exception {
        ReportId id = reports.sent("DANGEROUS");
        Answer item = moderator.get("/queue/" + id);
        assertThat(item.page().select("form[action$='/warning']")).isEmpty();
        assertThat(item.text())
                .contains("it is kept here and nobody is told", "they have not agreed to one");
    }

    @Test
    void whatWaitsIsSeenToWaitAndNothingMore() throws Exception {
        ReportId id = reports.waiting();
        String row = moderator.get("/queue").page().select("tr:has(a[href$='" + id + "'])").text();
        assertThat(row)
                .contains("Waits for the safeguarding lead", "Not shown")
                .doesNotContain("Dangerous", "South Wales");
        Answer item = moderator.get("/queue/" + id);
        assertThat(item.text())
                .contains("Nobody else can open what it says")
                .doesNotContain("Dangerous", "South Wales", "child may be");
        assertThat(moderator.get("/queue/" + id + "/original").status()).isEqualTo(303);
        Answer forced =
                moderator.post(
                        "/queue/" + id + "/original",
                        with(
                                moderator.get("/account"),
                                "form[action='/sign-out']",
                                "purpose",
                                "safeguarding"));
        assertThat(forced.status()).isEqualTo(404);
        assertThat(moderator.get("/queue/" + id + "/screening").status()).isEqualTo(404);
    }

    @Test
    void theLeadIsAlarmedDecidesAndOnlyThenItGoesOn() throws Exception {
        ReportId id = reports.waiting();
        Answer queue = lead.get("/queue");
        assertThat(queue.page().select(".diogel-strip--urgent").text())
                .contains(reference(id), "A child may be at risk", "1 hour left");
        Answer ask = lead.get("/queue/" + id + "/screening");
        assertThat(lead.post("/queue/" + id + "/screening", ask.fields()).page().text())
                .contains("Choose what you found", "Say why");

        Map<String, List<String>> decision = with(ask, "ground", "neither");
        decision.put("reason", List.of("Spoke with the school; there is no child."));
        Answer done = lead.post("/queue/" + id + "/screening", decision);

        assertThat(lead.follow(done).text()).contains("it is with the moderators now");
        assertThat(moderator.get("/queue/" + id).text()).contains("Dangerous", "South Wales");
        assertThat(
                        one(
                                "SELECT array_to_string(fields, ',') FROM audit.entry WHERE action = 'report.released' AND subject = ?",
                                id.value()))
                .isEqualTo("state,neither");
    }

    @Test
    void whatIsHeldGoesNowhere() throws Exception {
        ReportId id = reports.waiting();
        Map<String, List<String>> decision =
                with(lead.get("/queue/" + id + "/screening"), "ground", "child");
        decision.put("reason", List.of("A child is in the house."));
        assertThat(lead.follow(lead.post("/queue/" + id + "/screening", decision)).text())
                .contains("Go on by your safeguarding procedure");
        assertThat(moderator.get("/queue/" + id).text()).contains("Held by the safeguarding lead");
        Answer later = lead.get("/queue/" + id + "/screening");
        assertThat(later.page().select("input[name=ground]").eachAttr("value"))
                .containsExactly("neither");
    }

    @Test
    void whoeverComesSecondIsToldAndLosesNothing() throws Exception {
        ReportId id = reports.waiting();
        try (Visitor second = signedIn(Role.SAFEGUARDING_LEAD)) {
            Map<String, List<String>> hold =
                    with(lead.get("/queue/" + id + "/screening"), "ground", "life");
            Map<String, List<String>> release =
                    with(second.get("/queue/" + id + "/screening"), "ground", "neither");
            hold.put("reason", List.of("She is in danger."));
            release.put("reason", List.of("I rang and all is well."));
            release.put("_csrf", second.get("/queue/" + id + "/screening").fields().get("_csrf"));
            assertThat(lead.post("/queue/" + id + "/screening", hold).status()).isEqualTo(303);

            Answer overtaken = second.post("/queue/" + id + "/screening", release);

            assertThat(overtaken.status()).isEqualTo(409);
            assertThat(overtaken.text())
                    .contains("Held by the safeguarding lead", "I rang and all is well.");
            assertThat(one("SELECT state FROM report.report WHERE id = ?", id.value()))
                    .isEqualTo("HELD");
            assertThat(second.post("/queue/" + id + "/screening", overtaken.fields()).status())
                    .isEqualTo(303);
        }
    }

    @Test
    void closingTakingUpAgainAndWritingKeepTheirReasonsSealed() throws Exception {
        ReportId id = reports.sent("RISKY");
        String path = "/queue/" + id;
        read(path);
        Answer empty = moderator.post(path + "/close", moderator.get(path + "/close").fields());
        assertThat(empty.status()).isEqualTo(422);
        act(path + "/close", "reason", "CANARY-REASON nothing more to do");
        assertThat(moderator.get(path).text())
                .contains("Your project closed it", "Take it up again");
        assertThat(moderator.get("/queue").text()).doesNotContain(id(id));
        assertThat(moderator.get("/queue?show=closed").text()).contains(id(id));
        act(path + "/reopen", "reason", "More came.");
        act(path + "/message", "text", "We can talk on Tuesday.");
        Answer ask = moderator.get(path + "/original");
        assertThat(
                        moderator
                                .post(path + "/original", with(ask, "purpose", "answer-message"))
                                .text())
                .contains("CANARY-REASON", "More came.", "We can talk on Tuesday.");
        assertThat(one("SELECT string_agg(encode(bytes, 'escape'), ' ') FROM report.addition"))
                .doesNotContain("CANARY-REASON", "Tuesday");
    }

    @Test
    void aSwitchOfLanguageKeepsThePageAndWhatWasTyped() throws Exception {
        ReportId id = reports.sent("RISKY");
        read("/queue/" + id);
        String path = "/queue/" + id + "/close";
        Map<String, List<String>> typed = with(moderator.get(path), "reason", "half a reason");
        typed.put("lang", List.of("cy"));
        Answer welsh = moderator.post(path, typed);
        assertThat(welsh.status()).isEqualTo(200);
        assertThat(welsh.text())
                .contains("lang=\"cy\"", "half a reason", "Caiff y rheswm ei selio");
        assertThat(moderator.get("/queue?lang=cy").text())
                .contains("Yn aros", "De Cymru", "1 funud yn ôl");
    }

    @Test
    void whoSignedInNeverMeetsALanguagePack() throws Exception {
        moderator.cookies.put("__Host-lang", "ro");
        for (String path : List.of("/queue", "/", "/nothing-here", "/account")) {
            Answer page = moderator.get(path);
            assertThat(page.page().selectFirst("html").attr("lang")).as(path).isEqualTo("en");
            assertThat(page.page().select("nav.diogel-language details, p[lang=ro]")).isEmpty();
        }
    }

    @Test
    void aReportToldInAPackIsNamedByItsLanguage() throws Exception {
        ReportId id = reports.sent("RISKY");
        one("UPDATE report.report SET language = 'pt-BR' WHERE id = ?", id.value());
        assertThat(moderator.get("/queue/" + id).page().text()).contains("Brazilian Portuguese");
    }

    @Test
    void anotherDeskAndAMadeUpNumberLookTheSame() throws Exception {
        ReportId id = reports.sent("RISKY");
        try (Visitor stranger = new Visitor(port)) {
            TestPeople.signIn(stranger, people.somebody(reports.otherDesk(), Role.MODERATOR), 0);
            assertThat(stranger.get("/queue").text()).doesNotContain(id(id));
            for (String end : List.of("", "/original", "/message", "/close")) {
                Answer hidden = stranger.get("/queue/" + id + end);
                Answer missing = stranger.get("/queue/" + UUID.randomUUID() + end);
                assertThat(hidden.status()).isEqualTo(missing.status()).isEqualTo(404);
            }
        }
        assertThat(
                        one(
                                "SELECT count(*) FROM audit.entry WHERE outcome = 'denied' AND subject = ?",
                                id.value()))
                .isEqualTo("4");
    }

    private void read(String path) throws IOException {
        Answer ask = moderator.get(path + "/original");
        moderator.post(path + "/original", with(ask, "purpose", "offer-support"));
    }

    private void act(String path, String field, String text) throws IOException {
        Answer done = moderator.post(path, with(moderator.get(path), field, text));
        assertThat(done.status()).isEqualTo(303);
    }

    private Visitor signedIn(Role... roles) throws IOException {
        Somebody who = people.somebody(reports.desk(), roles);
        Visitor browser = new Visitor(port);
        assertThat(TestPeople.signIn(browser, who, 0).status()).isEqualTo(303);
        return browser;
    }

    private static Map<String, List<String>> with(Answer page, String field, String value) {
        return with(page, "form#form", field, value);
    }

    private static Map<String, List<String>> with(
            Answer page, String form, String field, String value) {
        Map<String, List<String>> fields = new LinkedHashMap<>(page.fields(form));
        fields.put(field, List.of(value));
        return fields;
    }

    private static String reference(ReportId id) {
        return one("SELECT reference FROM report.report WHERE id = ?", id.value());
    }

    private static String id(ReportId id) {
        return id.toString();
    }
}
