package org.diogel.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diogel.liaison.Village.as;
import static org.diogel.liaison.Village.run;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.account.TestPeople;
import org.diogel.alert.AlertId;
import org.diogel.evidence.DeskFiles;
import org.diogel.evidence.Evidence;
import org.diogel.evidence.Evident;
import org.diogel.evidence.FileId;
import org.diogel.evidence.NewFile;
import org.diogel.evidence.TestFiles;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.report.GivenAlong;
import org.diogel.report.Ticket;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.diogel.web.NotHere;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A file that went to others turns out to show somebody who may be under 18: whoever says so, it is shut
/// for everybody, what nobody has got yet is taken back, and the safeguarding lead is called. And she
/// reads which files have gone.
@WebTest
class ChildFoundTest extends InVillage {

    private static final String MUGS = "national-ugly-mugs";

    @LocalServerPort int port;
    @Autowired Evidence evidence;
    @Autowired DeskFiles files;

    private Ticket ticket;
    private UUID bad;
    private UUID good;
    private PackageId opened;
    private PackageId unread;
    private PackageId handed;
    private AlertId warning;

    /// Two pictures, opened by one force and unread at another; a warning, published and handed over.
    private void given() {
        ticket = village.begin(Map.of());
        add(TestFiles.photograph());
        add(TestFiles.png());
        village.send(ticket, Village.SOUTH, Village.GWENT, "members", MUGS);
        List<Evident> all = as(village.anwen, () -> files.list(ticket.report()));
        bad = all.get(0).id().value();
        good = all.get(1).id().value();
        warning = village.warn(app, ticket);
        opened = pass(ticket, Village.SOUTH);
        unread = pass(ticket, Village.GWENT);
        handed = pass(ticket, MUGS);
        run(village.anwen, () -> handing.print(handed));
        run(village.anwen, () -> handing.handed(handed, LocalDate.now(), "post"));
        open(opened);
    }

    @Test
    void anOfficerShutsItForEverybodyAndTheLeadIsCalled() {
        given();
        as(village.sian, () -> inbox.file(opened, bad, "investigate"));

        run(village.sian, () -> inbox.markChild(opened, bad));

        assertThat(one("SELECT found_by FROM evidence.file WHERE id = '" + bad + "' AND state = 'CHILD'"))
                .isEqualTo("POLICE");
        assertThat(one("SELECT marked_by FROM evidence.file WHERE id = '" + bad + "'"))
                .isEqualTo(village.sian.account().toString());
        shutAndCalled();
        assertThat(one("SELECT count(*) FROM liaison.event WHERE what = 'said-child' AND account = '"
                        + village.sian.account() + "'")).isEqualTo("1");
        // Once more does no harm.
        run(village.idris, () -> inbox.markChild(opened, bad));
        assertThat(one("SELECT count(*) FROM report.event WHERE what = 'passed' AND report = '" + ticket.report() + "'"))
                .isEqualTo("1");
    }

    @Test
    void sheShutsItForEverybodyAndTheLeadIsCalled() {
        given();
        Ticket proved = receipts.prove(ticket, Village.SECOND).orElseThrow();
        assertThat(evidence.markChild(ticket, new FileId(bad), "A file")).as("with the code alone").isFalse();
        assertThat(evidence.markChild(proved, new FileId(bad), "A file")).isTrue();
        shutAndCalled();
        assertThat(evidence.markChild(proved, new FileId(bad), "A file")).isFalse();
    }

    private void shutAndCalled() {
        for (Actor officer : List.of(village.sian, village.idris)) {
            assertThatThrownBy(() -> as(officer, () -> inbox.file(opened, bad, "investigate")))
                    .isInstanceOf(NotHere.class);
        }
        assertThat(as(village.sian, () -> inbox.open(opened, Inbox.Way.PAGE, "investigate")).ready())
                .containsExactly(good);
        for (boolean original : List.of(true, false)) {
            assertThatThrownBy(
                            () ->
                                    as(
                                            village.lead,
                                            () -> files.open(ticket.report(), new FileId(bad), "safeguarding", original)))
                    .isInstanceOf(NotHere.class);
        }
        String report = ticket.report().toString();
        assertThat(one("SELECT state FROM report.report WHERE id = '" + report + "'")).isEqualTo("WAITING");
        assertThat(one("SELECT alarmed_at IS NULL AND first_opened IS NULL FROM report.report WHERE id = '" + report + "'"))
                .as("the alarm rings next")
                .isEqualTo("t");
        hidden(village.gwenan, unread);
        assertThat(one("SELECT state FROM liaison.package WHERE id = '" + unread + "'")).isEqualTo("TAKEN_BACK");
        assertThat(one("SELECT state FROM alert.alert WHERE id = '" + warning + "'")).isEqualTo("WITHDRAWN");
        assertThat(one("SELECT count(*) FROM checker.entry WHERE report = '" + report + "'")).isEqualTo("0");
        assertThat(one("SELECT what FROM liaison.afterword WHERE told_on IS NULL AND package = '" + handed + "'"))
                .as("whoever got the warning by hand is told")
                .isEqualTo("withdrawn");
        Ticket proved = receipts.prove(ticket, Village.SECOND).orElseThrow();
        assertThat(receipts.told(proved).disclosures())
                .as("what nobody opened did not go")
                .noneMatch(gone -> gone.recipient().equals(Village.GWENT));
        assertThat(lines(ticket)).contains("report.status.passed");
        assertThatThrownBy(() -> as(village.anwen, () -> files.list(ticket.report())).getFirst())
                .as("the desk waits for the lead")
                .isInstanceOf(RuntimeException.class);
        assertThat(as(village.lead, () -> files.list(ticket.report()))).hasSize(2);
    }

    @Test
    void nobodySaysSoOfWhatTheyWereNotGiven() {
        given();
        for (Actor other : List.of(village.gwenan, village.anwen, village.stranger)) {
            assertThatThrownBy(() -> run(other, () -> inbox.markChild(opened, bad)))
                    .isInstanceOf(NotHere.class);
        }
        assertThatThrownBy(() -> run(village.sian, () -> inbox.markChild(opened, UUID.randomUUID())))
                .isInstanceOf(NotHere.class);
        for (Actor other : List.of(village.anwen, village.stranger)) {
            assertThatThrownBy(() -> run(other, () -> files.markChildElsewhere(ticket.report(), new FileId(bad))))
                    .isInstanceOf(NotHere.class);
        }
        run(village.gwenan, () -> files.markChildElsewhere(ticket.report(), new FileId(bad)));
        assertThat(one("SELECT state FROM evidence.file WHERE id = '" + bad + "'")).isEqualTo("READY");
        assertThat(one("SELECT state FROM report.report WHERE id = '" + ticket.report() + "'")).isEqualTo("SENT");
    }

    /// Beside each file of the message, with what it means before it is done.
    @Test
    void theOfficerFindsItBesideEachFile() throws Exception {
        given();
        TestPeople.Somebody officer = new TestPeople(app).somebody(village.south, Role.POLICE_LIAISON);
        try (Visitor browser = new Visitor(port)) {
            browser.headers.put("Accept-Language", "en");
            TestPeople.signIn(browser, officer, 0);
            String path = "/inbox/" + opened;
            Map<String, List<String>> open = browser.get(path).fields("form[action$='" + opened + "']");
            open.put("purpose", List.of("investigate"));
            Answer letter = browser.post(path, open);
            assertThat(letter.page().select("a[href$=/child]").eachText())
                    .containsExactly("file1.jpg may show somebody under 18", "file2.jpg may show somebody under 18");
            String child = letter.page().select("a[href$=/child]").getFirst().attr("href");

            Answer ask = browser.get(child);
            assertThat(ask.page().text()).contains("This cannot be undone", "safeguarding lead of the project");
            assertThat(one("SELECT state FROM evidence.file WHERE id = '" + bad + "'")).isEqualTo("READY");
            Answer done = browser.follow(browser.post(child, ask.fields()));

            assertThat(done.page().text()).contains("The file is sealed for good");
            assertThat(one("SELECT state FROM evidence.file WHERE id = '" + bad + "'")).isEqualTo("CHILD");
            Answer again = browser.post(path, open);
            assertThat(again.page().select("form[action*=" + bad + "]")).isEmpty();
            assertThat(again.page().select("form[action*=" + good + "]")).hasSize(1);
            for (String what : List.of("/pdf", "/json", "/draft-pdf")) {
                assertThat(browser.post(path + what, open).status()).isEqualTo(200);
            }
            assertThat(browser.post(path + "/files/" + bad, open).status()).isEqualTo(404);
        }
    }

    @Test
    void sheReadsWhichFilesHaveGoneBeforeSheStops() throws Exception {
        given();
        Ticket proved = receipts.prove(ticket, Village.SECOND).orElseThrow();
        assertThat(receipts.told(proved).along())
                .extracting(GivenAlong.Along::with, GivenAlong.Along::key, GivenAlong.Along::number, GivenAlong.Along::saved)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(opened.value(), "evidence.is.picture", 2, false));
        as(village.sian, () -> inbox.file(opened, bad, "investigate"));
        as(village.sian, () -> inbox.file(opened, bad, "investigate"));

        try (Visitor browser = new Visitor(port)) {
            browser.headers.put("Accept-Language", "en");
            Map<String, List<String>> code = browser.get("/code").fields();
            code.put("code", List.of(ticket.code().spaced()));
            browser.post("/code", code);
            assertThat(browser.get("/receipt/stop").page().text())
                    .as("the code alone says nothing of files")
                    .contains("What has already gone")
                    .doesNotContain("Picture");
            Map<String, List<String>> second = browser.get("/receipt/second").fields();
            second.put("second", List.of(Village.SECOND));
            browser.post("/receipt/second", second);
            for (String path : List.of("/receipt/stop", "/receipt/told", "/receipt/choices", "/receipt/delete")) {
                assertThat(browser.get(path).page().text())
                        .as(path)
                        .contains("South Wales Police: saved what you sent along. Picture: 1.")
                        .contains("South Wales Police: can save what you sent along, until you stop. Picture: 1.")
                        .contains("What you chose to give: South Wales Police");
            }
            assertThat(browser.get("/receipt/stop").text()).doesNotContain("file1.jpg", "CANARY");
            browser.post("/receipt/stop", browser.get("/receipt/stop").fields());
            assertThat(browser.get("/receipt/told").page().text())
                    .contains("saved what you sent along. Picture: 1.")
                    .doesNotContain("can save what you sent along");
        }
    }

    private void add(byte[] file) {
        assertThat(
                        evidence.add(
                                ticket,
                                new NewFile("CANARY-LABEL his van", false, true),
                                new ByteArrayInputStream(file),
                                "A file came"))
                .isEmpty();
    }
}
