package org.diogel.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.evidence.TestFiles.text;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.account.TestPeople;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Role;
import org.diogel.report.TestReports;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.diogel.vault.TestClamd;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Sending files over HTTP without scripts, and what the desk may do with them. TRUST §5 D5.
@WebTest
class FileJourneyTest {

    private static final String NAME = "CANARY-NAME Mrs Somebody at home.jpg";

    @LocalServerPort int port;
    @Autowired ApplicationContext app;
    @Autowired Scanning scanning;

    private Visitor her;
    private Visitor moderator;
    private Visitor lead;

    @BeforeEach
    void people() throws Exception {
        TestReports reports = new TestReports(app);
        her = new Visitor(port);
        her.headers.put("Accept-Language", "en");
        TestPeople people = new TestPeople(app);
        moderator = signedIn(people, reports, Role.MODERATOR);
        lead = signedIn(people, reports, Role.SAFEGUARDING_LEAD);
        Answer start = her.get("/");
        assertThat(her.post("/tell", start.fields("form[action=/tell]")).status()).isEqualTo(303);
    }

    @AfterEach
    void leave() {
        System.clearProperty(TestClamd.SETTING);
        List.of(her, moderator, lead).forEach(Visitor::close);
    }

    @Test
    void aPhotographIsKeptWholeAndItsCopyWithoutThePlace() throws Exception {
        Answer ask = her.get("/tell/files/add");
        assertThat(ask.page().text()).contains("If anyone in the picture may be under 18, do not send it.");
        assertThat(ask.page().select("input[type=file]")).hasSize(1);
        // The warning and every question stand before the control that takes the file.
        assertThat(ask.text().indexOf("may be under 18")).isLessThan(ask.text().indexOf("type=\"file\""));

        Answer kept = upload("/tell/files", Map.of("intimate", "no", "words", "CANARY-WORDS his van", "share", "yes"), TestFiles.photograph());

        assertThat(kept.location()).isEqualTo("/tell/files?done=added");
        Answer list = her.follow(kept);
        assertThat(list.page().text()).contains("We have it. It is sealed.", "Picture", "CANARY-WORDS his van", "May go to those chosen");
        assertThat(list.text()).doesNotContain("CANARY-NAME", "<img");
        assertThat(her.get("/tell/check").page().text()).contains("CANARY-WORDS his van");
        String report = send();

        String file = theOnlyFile(report);
        Answer page = moderator.get(file);
        assertThat(page.text()).doesNotContain("<img", "CANARY");
        assertThat(post(moderator, file, Map.of("do", "show")).status()).isEqualTo(422);
        Answer original = post(moderator, file, Map.of("purpose", "safeguarding", "do", "save"));
        assertThat(original.body()).isEqualTo(TestFiles.photograph());
        assertThat(TestFiles.contains(original.body(), TestFiles.LATITUDE)).isTrue();
        assertThat(original.header("content-disposition")).hasValue("attachment; filename=\"file.jpg\"");
        assertThat(original.header("content-type")).hasValue("application/octet-stream");
        Answer copy = post(moderator, file, Map.of("purpose", "safeguarding", "do", "show"));
        assertThat(copy.header("content-type").orElseThrow()).startsWith("image/jpeg");
        assertThat(copy.header("content-disposition").orElseThrow()).startsWith("inline");
        assertThat(TestFiles.contains(copy.body(), TestFiles.LATITUDE)).isFalse();
        assertThat(TestFiles.contains(copy.body(), text(TestFiles.CAMERA))).isFalse();
        for (Answer opened : List.of(original, copy)) {
            assertThat(opened.header("x-content-type-options")).hasValue("nosniff");
            assertThat(opened.header("cache-control")).hasValue("no-store");
            assertThat(opened.header("content-security-policy").orElseThrow())
                    .contains("default-src 'none'", "sandbox")
                    .doesNotContain("nonce", "script-src");
        }
        String id = file.substring(file.lastIndexOf('/') + 1);
        assertThat(one("SELECT count(*) FROM audit.entry WHERE subject = ?::uuid AND action = 'evidence.saved'"
                        + " AND purpose = 'safeguarding' AND ? = ANY (fields)", report, id)).isEqualTo("1");
        assertThat(one("SELECT count(*) FROM audit.entry WHERE subject = ?::uuid AND action = 'evidence.opened'"
                        + " AND ? = ANY (fields)", report, id)).isEqualTo("1");
        // Her words are with what she wrote, opened for a reason.
        assertThat(post(moderator, "/queue/" + report + "/original", Map.of("purpose", "safeguarding")).page().text())
                .contains("CANARY-WORDS his van");
    }

    @Test
    void whatIsNotTakenSaysWhyKeepsWhatWasTypedAndLeavesNothing() throws Exception {
        Map<byte[], String> wrong = new LinkedHashMap<>();
        wrong.put(TestFiles.program(), "We cannot take this kind of file");
        wrong.put(TestFiles.zip(40, 1_000_000), "We cannot take this kind of file");
        wrong.put(text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "We cannot take this kind of file");
        wrong.put(TestFiles.joined(TestFiles.jpeg(), TestFiles.zip(1, 9)), "something else hidden");
        wrong.put(TestFiles.joined(TestFiles.png(), text("<script>alert(1)</script>")), "something else hidden");
        wrong.put(TestFiles.pngBomb(60_000, 60_000), "too large to open safely");
        wrong.put(java.util.Arrays.copyOf(TestFiles.png(), 60), "We cannot open this file");
        wrong.put(new byte[0], "There is nothing in this file");
        wrong.put(new byte[25 * 1024 * 1024 + 1], "This file is too large");
        for (Map.Entry<byte[], String> one : wrong.entrySet()) {
            Answer page = upload("/tell/files", Map.of("intimate", "yes", "words", "what I typed"), one.getKey());
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.page().select("#file-error").text()).contains(one.getValue());
            assertThat(page.page().select("input[name=words]").val()).isEqualTo("what I typed");
            assertThat(page.page().select("input[name=child][checked]").val()).isEqualTo("no");
            assertThat(page.page().select("input[name=intimate][checked]").val()).isEqualTo("yes");
        }
        Answer none = upload("/tell/files", Map.of(), "", new byte[0]);
        assertThat(none.page().select("#file-error").text()).contains("Choose a file");
        assertThat(her.get("/tell/files").page().select("#remove")).isEmpty();
    }

    @Test
    void whatMayShowAChildIsNeverReadAndTheRoutesAreShown() throws Exception {
        for (String answer : List.of("yes", "unsure")) {
            Answer told = upload("/tell/files", Map.of("child", answer, "words", "him and a girl"), TestFiles.photograph());
            assertThat(told.location()).isEqualTo("/tell/files/help");
            assertThat(her.follow(told).page().text()).contains("101", "999", "report.iwf.org.uk", "childline.org.uk/remove", "0800 1111");
        }
        Answer open = upload("/tell/files", Map.of("child", ""), TestFiles.photograph());
        assertThat(open.page().select("#child-error").text()).contains("Say whether anyone in it could be under 18");
        assertThat(her.get("/tell/files").page().select("#remove .govuk-summary-list__row")).hasSize(2);
        String report = send();
        assertThat(one("SELECT count(*) FROM evidence.piece WHERE report = ?::uuid", report)).isEqualTo("0");
        // Nobody but the lead sees a report that says so, though she said that no child is at risk.
        assertThat(one("SELECT state FROM report.report WHERE id = ?::uuid", report)).isEqualTo("WAITING");
        assertThat(moderator.get("/queue/" + report + "/files").page().select("main a[href*=/files/]")).isEmpty();
        Answer page = lead.get(lead.get("/queue/" + report + "/files").page().select("main a[href*=/files/]").getFirst().attr("href"));
        assertThat(page.page().text()).contains("It was not sent", "report.iwf.org.uk");
        assertThat(page.page().select("form#form")).isEmpty();
    }

    @Test
    void whatTheDeskMarksIsSealedForGoodAndTheLeadIsCalled() throws Exception {
        upload("/tell/files", Map.of("intimate", "no"), TestFiles.photograph());
        String report = send();
        String file = theOnlyFile(report);
        assertThat(post(moderator, file + "/child", Map.of("reason", "")).status()).isEqualTo(422);

        Answer marked = post(moderator, file + "/child", Map.of("reason", "Looks fourteen"));

        assertThat(marked.location()).isEqualTo("/queue/" + report + "?done=pass");
        assertThat(one("SELECT state FROM report.report WHERE id = ?::uuid", report)).isEqualTo("WAITING");
        assertThat(moderator.get(file).status()).isEqualTo(404);
        Answer page = lead.get(file);
        assertThat(page.page().text()).contains("sealed for good");
        for (String what : List.of("show", "save")) {
            Map<String, List<String>> fields = new LinkedHashMap<>(page.fields());
            fields.put("purpose", List.of("safeguarding"));
            fields.put("do", List.of(what));
            assertThat(lead.post(file, fields).status()).isEqualTo(404);
        }
        Answer noted = post(lead, file, "/route", Map.of("route", "police"));
        assertThat(lead.follow(noted).page().text()).contains("The police");
        assertThat(one("SELECT route FROM evidence.file WHERE report = ?::uuid", report)).isEqualTo("police");
        // Let go again, it is the desk's, and the file stays as it is.
        Map<String, List<String>> fields = lead.get("/queue/" + report + "/screening").fields();
        fields.put("ground", List.of("neither"));
        fields.put("reason", List.of("Dealt with"));
        assertThat(lead.post("/queue/" + report + "/screening", fields).status()).isEqualTo(303);
        assertThat(moderator.get(file).page().text()).contains("sealed for good");
        assertThat(moderator.get(file).page().select("input[name=purpose]")).isEmpty();
    }

    @Test
    void whatIsIntimateOpensOnlyForWhoeverSaysSo() throws Exception {
        // Not answered counts as yes.
        upload("/tell/files", Map.of(), TestFiles.jpeg());
        String report = send();
        String file = theOnlyFile(report);
        Answer page = moderator.get(file);
        assertThat(page.page().text()).contains("may show somebody naked");
        for (String what : List.of("show", "save")) {
            Answer refused = post(moderator, file, Map.of("purpose", "safeguarding", "do", what));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.page().select("#sure-error")).hasSize(1);
        }
        assertThat(post(moderator, file, Map.of("purpose", "safeguarding", "do", "show", "sure", "yes")).status()).isEqualTo(200);
    }

    @Test
    void aScannerThatIsDownKeepsAFileFromEverybodyUntilItAnswers() throws Exception {
        System.setProperty(TestClamd.SETTING, "127.0.0.1:1");
        assertThat(upload("/tell/files", Map.of("intimate", "no"), TestFiles.jpeg()).status()).isEqualTo(303);
        assertThat(her.get("/tell/files").page().text()).contains("Waits to be checked");
        assertThat(upload("/tell/files", Map.of("intimate", "no"), text(TestClamd.EICAR)).status()).isEqualTo(303);
        String report = send();
        List<String> files = files(report);
        for (String file : files) {
            assertThat(moderator.get(file).page().text()).contains("did not answer yet");
            assertThat(openAnyway(moderator, file).status()).isEqualTo(404);
        }
        scanning.run();
        assertThat(openAnyway(moderator, files.get(0)).status()).isEqualTo(404);
        try (TestClamd back = new TestClamd()) {
            System.setProperty(TestClamd.SETTING, back.address());
            scanning.run();
            assertThat(openAnyway(moderator, files.get(0)).body()).isEqualTo(TestFiles.jpeg());
            assertThat(openAnyway(moderator, files.get(1)).status()).isEqualTo(404);
            assertThat(moderator.get(files.get(1)).page().text()).contains("found something");
            // One that comes while it answers is not kept at all.
            Answer told = upload("/receipt/files", Map.of("intimate", "no"), text(TestClamd.EICAR));
            assertThat(told.page().select("#file-error").text()).contains("could harm a computer");
            assertThat(files(report)).hasSize(2);
        }
    }

    @Test
    void afterwardsTheCodeAloneAddsAndOnlyBothSecretsShow() throws Exception {
        String report = send();
        Answer page = her.get("/receipt/files");
        assertThat(page.page().text()).contains("Whoever has your code could see it");
        assertThat(upload("/receipt/files", Map.of("intimate", "no", "words", "CANARY-LATER"), TestFiles.pdf()).location())
                .isEqualTo("/receipt/files?done=added");
        assertThat(her.get("/receipt/files").page().text()).doesNotContain("CANARY-LATER", "Document");
        assertThat(her.get("/receipt").page().text()).doesNotContain("CANARY-LATER");
        // The desk is told as of anything she adds.
        assertThat(moderator.get("/queue/" + report).page().text()).contains("One file");
        assertThat(one("SELECT untold FROM report.report WHERE id = ?::uuid", report)).isEqualTo("true");
        // Kept out of what was sent, which is another's affair now.
        assertThat(her.get("/tell/files").location()).isEqualTo("/receipt/files");
        Map<String, List<String>> second = her.get("/receipt/second").fields();
        second.put("second", List.of("three made-up words"));
        her.post("/receipt/second", second);
        assertThat(her.get("/receipt/files").page().text()).contains("CANARY-LATER", "Document");
        assertThat(her.get("/receipt/told").page().text()).contains("CANARY-LATER");
        assertThat(her.get("/receipt/files").page().select("button[name=file]")).isEmpty();
    }

    @Test
    void whatIsTakenOutOrErasedIsGone() throws Exception {
        upload("/tell/files", Map.of("intimate", "no", "words", "first"), TestFiles.jpeg());
        upload("/tell/files", Map.of("intimate", "no", "words", "second"), TestFiles.png());
        Answer list = her.get("/tell/files");
        Map<String, List<String>> fields = new LinkedHashMap<>(list.fields("form#remove"));
        String first = list.page().select("button[name=file]").first().val();
        fields.put("file", List.of(first));
        Answer after = her.follow(her.post("/tell/files/remove", fields));
        assertThat(after.page().text()).contains("It was taken out", "second").doesNotContain("first");
        assertThat(one("SELECT count(*) FROM evidence.piece WHERE file = ?::uuid", first)).isEqualTo("0");
        assertThat(her.follow(her.post("/tell/files/remove", fields)).page().text()).contains("not there any more");
        String rest = after.page().select("button[name=file]").first().val();
        Answer away = her.get("/tell/throw-away");
        her.post("/tell/throw-away", away.fields());
        assertThat(one("SELECT count(*) FROM evidence.file WHERE id = ?::uuid", rest)).isEqualTo("0");
        assertThat(one("SELECT count(*) FROM evidence.piece WHERE file = ?::uuid", rest)).isEqualTo("0");
    }

    /// The disk of the database is full: said honestly, nothing half-kept, and once there is room again
    /// the same page goes on with what was typed.
    @Test
    void whatCannotBeKeptIsNotSaidToBe() throws Exception {
        Map<String, List<String>> fields = new LinkedHashMap<>(her.get("/tell/files/add").fields());
        fields.put("child", List.of("no"));
        fields.put("words", List.of("typed before the disk was full"));
        String before = one("SELECT count(*) FROM evidence.file");
        change(
                """
                CREATE FUNCTION evidence.test_full() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END $$
                """);
        change(
                "CREATE TRIGGER test_full BEFORE INSERT ON evidence.piece"
                        + " FOR EACH ROW EXECUTE FUNCTION evidence.test_full()");
        Answer page;
        try {
            page = her.upload("/tell/files/add", fields, NAME, TestFiles.photograph());
        } finally {
            change("DROP TRIGGER test_full ON evidence.piece");
            change("DROP FUNCTION evidence.test_full()");
        }
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.page().text()).contains("We cannot save anything right now");
        assertThat(one("SELECT count(*) FROM evidence.file")).isEqualTo(before);
        Map<String, List<String>> again = page.fields("form.diogel-again");
        assertThat(again.get("words")).containsExactly("typed before the disk was full");
        Answer asked = her.post("/tell/files/add", again);
        assertThat(asked.page().select("#file-error").text()).contains("Choose a file");
        assertThat(asked.page().select("input[name=words]").val()).isEqualTo("typed before the disk was full");
        assertThat(her.upload("/tell/files/add", asked.fields(), NAME, TestFiles.photograph()).status()).isEqualTo(303);
    }

    @Test
    void thereIsAnEndToHowManyAndHowMuch() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(upload("/tell/files", Map.of("intimate", "no"), text("note " + i)).status()).isEqualTo(303);
        }
        Answer more = upload("/tell/files", Map.of("intimate", "no"), text("one more"));
        assertThat(more.page().select("#file-error").text()).contains("You have added 20 files already");
    }

    private String send() throws Exception {
        Map<String, List<String>> words = her.get("/tell/words").fields();
        words.put("words", List.of("What happened"));
        her.post("/tell/words", words);
        Map<String, List<String>> check = her.get("/tell/check").fields();
        check.put("child", List.of("no"));
        check.put("life", List.of("no"));
        check.put("second", List.of("three made-up words"));
        assertThat(her.post("/tell/check", check).location()).isEqualTo("/receipt");
        return one("SELECT id FROM report.report WHERE sent_at IS NOT NULL ORDER BY sent_at DESC LIMIT 1");
    }

    private Answer upload(String list, Map<String, String> typed, byte[] file) throws IOException {
        return upload(list, typed, NAME, file);
    }

    private Answer upload(String list, Map<String, String> typed, String name, byte[] file) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>(her.get(list + "/add").fields());
        fields.put("child", List.of("no"));
        typed.forEach((field, value) -> fields.put(field, List.of(value)));
        return her.upload(list + "/add", fields, name, file);
    }

    private List<String> files(String report) throws IOException {
        return moderator.get("/queue/" + report + "/files").page().select("main a[href*=/files/]").eachAttr("href");
    }

    private String theOnlyFile(String report) throws IOException {
        assertThat(files(report)).hasSize(1);
        return files(report).getFirst();
    }

    private static Answer post(Visitor visitor, String path, Map<String, String> typed) throws IOException {
        return post(visitor, path, "", typed);
    }

    private static Answer post(Visitor visitor, String path, String more, Map<String, String> typed) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>(visitor.get(path).fields());
        typed.forEach((field, value) -> fields.put(field, List.of(value)));
        return visitor.post(path + more, fields);
    }

    /// As somebody who makes up the form that the page does not show.
    private static Answer openAnyway(Visitor visitor, String file) throws IOException {
        Element token = visitor.get("/queue").page().selectFirst("input[name=_csrf]");
        return visitor.post(
                file,
                Map.of(
                        "_csrf", List.of(token.val()),
                        "purpose", List.of("safeguarding"),
                        "do", List.of("save"),
                        "sure", List.of("yes")));
    }

    private Visitor signedIn(TestPeople people, TestReports reports, Role role) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.headers.put("Accept-Language", "en");
        TestPeople.signIn(visitor, people.somebody(reports.desk(), role), 0);
        return visitor;
    }

    private static void change(String sql) throws Exception {
        try (var connection = TestDatabase.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(String sql, Object... parameters) throws Exception {
        try (var connection = TestDatabase.superuser();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getObject(1).toString() : "";
            }
        }
    }
}
