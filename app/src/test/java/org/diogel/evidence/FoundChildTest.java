package org.diogel.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.evidence.HerVisit.one;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.account.TestPeople;
import org.diogel.kernel.Role;
import org.diogel.report.TestReports;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// She finds that what she sent may show somebody under 18: it is shut, and the safeguarding lead is
/// called, as when the desk finds it. DOMAIN §4.5b.
@WebTest
class FoundChildTest {

    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    private TestReports reports;
    private HerVisit her;
    private Visitor moderator;
    private Visitor lead;

    @BeforeEach
    void people() throws Exception {
        reports = new TestReports(app);
        TestPeople people = new TestPeople(app);
        her = new HerVisit(port);
        moderator = signedIn(people, Role.MODERATOR);
        lead = signedIn(people, Role.SAFEGUARDING_LEAD);
    }

    @AfterEach
    void leave() {
        her.close();
        moderator.close();
        lead.close();
    }

    @Test
    void whatSheMarksIsSealedForGoodAndTheLeadIsCalled() throws Exception {
        her.upload("/tell/files", Map.of("words", "his van"), TestFiles.photograph());
        her.upload("/tell/files", Map.of("words", "the door"), TestFiles.png());
        String report = her.send();
        her.prove();
        String seal =
                her.browser.get("/receipt/files").page().select("a[href^=/receipt/files/seal]").getFirst().attr("href");

        Answer ask = her.browser.get(seal);
        assertThat(ask.page().text()).contains("Seal this file for good?", "his van", "cannot be undone");
        assertThat(ask.page().title()).doesNotContain("18", "Seal");
        assertThat(state(report)).as("nothing is done before she says so").isEqualTo("SENT");
        Answer sealed = her.post(seal, Map.of());

        assertThat(her.browser.follow(sealed).page().text())
                .contains("It is sealed for good", "sealed for good", "the door");
        assertThat(state(report)).isEqualTo("WAITING");
        assertThat(one("SELECT found_by FROM evidence.file WHERE report = ?::uuid AND state = 'CHILD'", report))
                .isEqualTo("HER");
        reports.ring();
        assertThat(one("SELECT alarmed_at IS NOT NULL FROM report.report WHERE id = ?::uuid", report)).isEqualTo("true");
        String file = "/queue/" + report + "/files/" + seal.replaceFirst(".*=", "");
        assertThat(moderator.get(file).status()).isEqualTo(404);
        Answer page = lead.get(file);
        assertThat(page.page().text()).contains("sealed for good", "By the person who sent it");
        Map<String, List<String>> open = new LinkedHashMap<>(page.fields());
        open.put("purpose", List.of("safeguarding"));
        open.put("do", List.of("save"));
        assertThat(lead.post(file, open).status()).isEqualTo(404);
        assertThat(her.browser.get("/receipt").page().text()).contains("Nothing more is shared until they have");
        // Once more changes nothing.
        Map<String, List<String>> again = new LinkedHashMap<>(ask.fields());
        assertThat(her.browser.follow(her.browser.post("/receipt/files/seal", again)).page().text())
                .contains("It was not there any more");
    }

    /// The lead has decided before: a new reason is decided anew, with the alarm.
    @Test
    void whatTheLeadHeldOrLetGoWaitsForTheLeadOnceMore() throws Exception {
        her.upload("/tell/files", Map.of(), TestFiles.photograph());
        her.upload("/tell/files", Map.of(), TestFiles.png());
        String report = her.send();
        her.prove();
        Map<String, List<String>> held = lead.get("/queue/" + report + "/screening").fields();
        held.put("ground", List.of("child"));
        held.put("reason", List.of("She may be young"));
        assertThat(lead.post("/queue/" + report + "/screening", held).status()).isEqualTo(303);
        assertThat(state(report)).isEqualTo("HELD");
        for (int i = 0; i < 2; i++) {
            String seal =
                    her.browser.get("/receipt/files").page().select("a[href^=/receipt/files/seal]").getFirst().attr("href");
            her.post(seal, Map.of());
            assertThat(state(report)).isEqualTo("WAITING");
            assertThat(one("SELECT alarmed_at FROM report.report WHERE id = ?::uuid", report)).isEqualTo("null");
            reports.ring();
        }
    }

    @Test
    void theCodeAloneSealsNothingAndIsShownTheWay() throws Exception {
        her.upload("/tell/files", Map.of(), TestFiles.photograph());
        String report = her.send();
        Answer list = her.browser.get("/receipt/files");
        assertThat(list.page().text()).contains("it can be sealed for good");
        assertThat(list.page().select("main a[href=/receipt/second], main a[href=/receipt/add]")).hasSize(2);
        assertThat(list.page().select("a[href^=/receipt/files/seal]")).isEmpty();
        String file = one("SELECT id FROM evidence.file WHERE report = ?::uuid", report);
        assertThat(her.browser.get("/receipt/files/seal?file=" + file).location()).isEqualTo("/receipt/second");
        Map<String, List<String>> fields = new LinkedHashMap<>(her.browser.get("/receipt/add").fields());
        fields.put("file", List.of(file));
        assertThat(her.browser.post("/receipt/files/seal", fields).location()).isEqualTo("/receipt/second");
        assertThat(one("SELECT state FROM evidence.file WHERE id = ?::uuid", file)).isEqualTo("READY");
        assertThat(state(report)).isEqualTo("SENT");
    }

    @Test
    void whatSheHasAndDoesNotSendCallsTheLeadAfterwardsToo() throws Exception {
        String report = her.send();
        assertThat(state(report)).isEqualTo("SENT");
        Answer told = her.upload("/receipt/files", Map.of("child", "unsure"), TestFiles.photograph());
        assertThat(told.location()).isEqualTo("/receipt/files/help");
        assertThat(one("SELECT count(*) FROM evidence.piece WHERE report = ?::uuid", report)).isEqualTo("0");
        assertThat(state(report)).isEqualTo("WAITING");
    }

    /// Nobody can read what is being erased: the lead is called if it is kept after all.
    @Test
    void whatIsMarkedWhileItIsErasedWaitsIfSheKeepsIt() throws Exception {
        her.upload("/tell/files", Map.of(), TestFiles.photograph());
        String report = her.send();
        her.prove();
        her.post("/receipt/delete", Map.of());
        String seal =
                her.browser.get("/receipt/files").page().select("a[href^=/receipt/files/seal]").getFirst().attr("href");
        her.post(seal, Map.of());
        assertThat(one("SELECT state FROM evidence.file WHERE report = ?::uuid", report)).isEqualTo("CHILD");
        assertThat(state(report)).isEqualTo("SENT");
        her.browser.post(
                "/receipt/keep", her.browser.get("/receipt").fields("form[action=/receipt/keep]"));
        assertThat(state(report)).isEqualTo("WAITING");
        assertThat(lead.get("/queue/" + report + "/files").status()).isEqualTo(200);
    }

    private static String state(String report) {
        return one("SELECT state FROM report.report WHERE id = ?::uuid", report);
    }

    private Visitor signedIn(TestPeople people, Role role) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.headers.put("Accept-Language", "en");
        TestPeople.signIn(visitor, people.somebody(reports.desk(), role), 0);
        return visitor;
    }
}
