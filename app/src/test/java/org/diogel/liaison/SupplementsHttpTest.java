package org.diogel.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.account.TestPeople;
import org.diogel.kernel.Role;
import org.diogel.messages.Jobs;
import org.diogel.report.Ticket;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// From what she adds on her receipt to the officer's page, as three browsers see it.
@WebTest
class SupplementsHttpTest {

    private static final String LATER = "CANARY-LATER a green van";

    @LocalServerPort int port;
    @Autowired ApplicationContext app;
    @Autowired Passing passing;
    @Autowired Inbox inbox;
    @Autowired Jobs jobs;

    @Test
    void sheIsAskedWithNothingTickedAndTheOfficerReadsIt() throws Exception {
        jobs.stop();
        Village village = new Village(app);
        TestPeople people = new TestPeople(app);
        Ticket ticket = village.tell(Village.SOUTH, Village.GWENT, Village.SOUTH_INTELLIGENCE);
        PackageId id = Village.as(village.anwen, () -> passing.pass(ticket.report(), Village.SOUTH));
        Village.as(village.sian, () -> inbox.open(id, Inbox.Way.PAGE, "investigate"));
        try (Visitor her = new Visitor(port)) {
            her.headers.put("Accept-Language", "en");
            Map<String, List<String>> code = her.get("/code").fields();
            code.put("code", List.of(ticket.code().spaced()));
            her.follow(her.post("/code", code));
            Map<String, List<String>> more = her.get("/receipt/add").fields();
            more.put("kind", List.of("correct"));
            more.put("more", List.of(LATER));
            Answer led = her.post("/receipt/add", more);
            assertThat(led.location()).isEqualTo("/receipt/also");
            Answer asks = her.follow(led);
            assertThat(asks.text())
                    .as("the code alone names nobody")
                    .contains("The project has what you added.")
                    .doesNotContain("South Wales Police")
                    .doesNotContain("Nothing of it is done yet");
            Map<String, List<String>> second = asks.fields();
            second.put("second", List.of("not that"));
            Answer wrong = her.post("/receipt/second", second);
            assertThat(wrong.text()).contains("The project has what you added.");
            second = wrong.fields();
            second.put("second", List.of(Village.SECOND));
            Answer page = her.post("/receipt/second", second);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.page().select("input[name=also]")).hasSize(2);
            assertThat(page.page().select("input[name=also][checked]")).isEmpty();
            assertThat(page.page().select("main").text())
                    .contains("CANARY-LATER a green van", "Something I told you is wrong")
                    .contains("your own words are not passed on here");
            Map<String, List<String>> fields = page.fields();
            Answer nobody = her.follow(her.post("/receipt/also", fields));
            assertThat(nobody.page().select("main").text()).doesNotContain("Also for");
            assertThat(nobody.page().select("a[href=/receipt/also]")).hasSize(1);
            page = her.get("/receipt/also");
            fields = new LinkedHashMap<>(page.fields());
            fields.put("also", List.of(page.page().select("input[value^=" + Village.SOUTH + "]").attr("value")));
            Answer saved = her.post("/receipt/also", fields);
            assertThat(saved.location()).as("where it says who gets it").endsWith("#added");
            Answer told = her.follow(saved);
            assertThat(told.page().select("#added").text()).contains("Also for: South Wales Police");
            assertThat(her.get("/receipt/also").page().select("input[name=also]")).hasSize(1);
            Map<String, List<String>> answer = her.get("/receipt/add").fields();
            answer.put("kind", List.of("answer"));
            answer.put("more", List.of("after six"));
            assertThat(her.post("/receipt/add", answer).location()).isEqualTo("/receipt");
        }
        try (Visitor desk = new Visitor(port)) {
            TestPeople.signIn(desk, people.somebody(village.desk, Role.CASEWORKER), 0);
            assertThat(desk.get("/passing").text()).contains("something the person added");
            String path = "/queue/" + ticket.report() + "/passing";
            Answer sheet = desk.get(path);
            Map<String, List<String>> fields = sheet.fields("form:has(input[name=addition])");
            assertThat(sheet.text()).contains(LATER);
            assertThat(desk.post(path, fields).location()).isEqualTo(path + "?done=passed");
            fields.put("addition", List.of("nonsense"));
            assertThat(desk.post(path, fields).status()).isEqualTo(404);
        }
        try (Visitor officer = new Visitor(port)) {
            TestPeople.signIn(officer, people.somebody(village.south, Role.POLICE_LIAISON), 0);
            assertThat(officer.get("/inbox").page().select("main").text())
                    .contains("Something added")
                    .doesNotContain("CANARY");
            Answer item = officer.get("/inbox/" + id);
            assertThat(item.text()).contains("The person added something.").doesNotContain("CANARY");
            Map<String, List<String>> why = item.fields("form[action$='" + id + "']");
            why.put("purpose", List.of("investigate"));
            assertThat(officer.post("/inbox/" + id, why).text()).contains(LATER, "Added later");
            assertThat(officer.get("/inbox/" + id).text()).doesNotContain("The person added something.");
            assertThat(officer.get("/inbox").text()).doesNotContain("Something added");
        }
        jobs.start();
    }
}
