package org.diogel.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.account.TestPeople;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.Role;
import org.diogel.messages.Jobs;
import org.diogel.report.Ticket;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// What an officer's browser gets: another force's package answers like one that never was, and files
/// are called by a number alone.
@WebTest
class InboxHttpTest {

    @LocalServerPort int port;
    @Autowired ApplicationContext app;
    @Autowired Passing passing;
    @Autowired Jobs jobs;

    @Test
    void hiddenAndMissingLookTheSameAndFilesAreNeutral() throws Exception {
        jobs.stop();
        Village village = new Village(app);
        TestPeople people = new TestPeople(app);
        Ticket ticket = village.tell(Village.SOUTH);
        PackageId id =
                Village.as(village.anwen, () -> passing.pass(ticket.report(), Village.SOUTH));
        String mine = "/inbox/" + id;
        String never = "/inbox/" + UUID.randomUUID();
        Somebody other = people.somebody(village.gwent, Role.POLICE_LIAISON);
        try (Visitor browser = new Visitor(port)) {
            TestPeople.signIn(browser, other, 0);
            assertThat(browser.get("/inbox").text()).doesNotContain(id.toString());
            same(browser.get(mine), browser.get(never));
            for (String what : List.of("", "/pdf", "/json", "/draft", "/draft-pdf", "/outcome", "/ask")) {
                Map<String, List<String>> fields = browser.get("/inbox").fields("form");
                fields.put("purpose", List.of("investigate"));
                fields.put("text", List.of("hello"));
                same(browser.post(mine + what, fields), browser.post(never + what, fields));
            }
        }
        Somebody officer = people.somebody(village.south, Role.POLICE_LIAISON);
        try (Visitor browser = new Visitor(port)) {
            TestPeople.signIn(browser, officer, 0);
            Answer page = browser.get(mine);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).doesNotContain("CANARY");
            Map<String, List<String>> fields = page.fields("form[action$='"+ id + "']");
            assertThat(browser.post(mine + "/pdf", fields).status()).as("no purpose").isEqualTo(303);
            fields.put("purpose", List.of("investigate"));
            Answer pdf = browser.post(mine + "/pdf", fields);
            String reference =
                    Acting.as(
                            new Actor.Person(officer.id(), village.south, Set.of(Role.POLICE_LIAISON)),
                            "testing",
                            () -> app.getBean(Inbox.class).get(id).row().reference());
            assertThat(pdf.header("Content-Disposition").orElseThrow())
                    .isEqualTo("attachment; filename=\"" + reference + ".pdf\"");
            assertThat(pdf.header("Cache-Control").orElseThrow()).contains("no-store");
            assertThat(browser.post(mine + "/json", fields).text()).contains("CANARY-STORY");
        }
        jobs.start();
    }

    private static void same(Answer hidden, Answer missing) {
        assertThat(hidden.status()).isEqualTo(missing.status()).isEqualTo(404);
        assertThat(hidden.page().select("main").text())
                .isEqualTo(missing.page().select("main").text());
    }
}
