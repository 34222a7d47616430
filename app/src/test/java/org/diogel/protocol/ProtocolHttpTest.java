package org.diogel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.account.TestPeople;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// A protocol on the pages: drawn up by one, brought into force by another, printed, ended.
@WebTest
class ProtocolHttpTest {

    private static final String TITLE = "Warnings across the county";
    private static final String TEITL = "Rhybuddion ar draws y sir";

    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    private AgencyId project;
    private AgencyId council;
    private Visitor alys;
    private Visitor dai;

    @BeforeEach
    void people() throws Exception {
        TestPeople people = new TestPeople(app);
        project = people.agency("Prosiect " + System.nanoTime());
        council = people.agency("Cyngor " + System.nanoTime());
        alys = signIn(people.somebody(project, Role.ADMINISTRATOR));
        dai = signIn(people.somebody(council, Role.DATA_PROTECTION_OFFICER));
    }

    @AfterEach
    void close() {
        alys.close();
        dai.close();
    }

    @Test
    void aProtocolIsDrawnUpSignedBegunPrintedAndEnded() throws Exception {
        String path = drawUp();
        Answer bad = alys.post(path + "/party", party(alys.get(path + "/party"), project, ""));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.page().select("#law-error").text()).contains("Choose a lawful basis");
        assertThat(bad.page().select("#post").val()).isEqualTo("Data officer, d@project.invalid");
        for (AgencyId agency : List.of(project, council)) {
            alys.post(path + "/party", party(alys.get(path + "/party"), agency, "public-task"));
        }
        assertThat(alys.get(path).text()).contains("a signature for each party");
        sign(alys, path, project);
        sign(dai, path, council);
        Answer own = alys.get(path);
        assertThat(own.text()).contains("somebody else has to bring it into force", "signed here on");
        assertThat(own.page().select("form[action$=/start]")).isEmpty();
        Answer ready = dai.get(path);
        Answer begun = dai.post(path + "/start", ready.fields("form[action$=/start]"));
        assertThat(begun.status()).isEqualTo(303);
        assertThat(dai.get("/sharing").text()).contains(TITLE, "In force");
        printsItsPapers(path);

        Map<String, List<String>> late = dai.get(path + "/end").fields();
        late.put("why", List.of("Me too"));
        Map<String, List<String>> end = alys.get(path + "/end").fields();
        end.put("why", List.of(""));
        Answer why = alys.post(path + "/end", end);
        assertThat(why.status()).isEqualTo(422);
        end.put("why", List.of("The council left"));
        Answer over = alys.follow(alys.post(path + "/end", end));
        assertThat(over.text()).contains("Over", "The council left");
        assertThat(dai.post(path + "/end", late).location()).isEqualTo(path);
        assertThat(dai.get(path).text()).doesNotContain("Me too");
        try (Visitor anybody = new Visitor(port)) {
            assertThat(anybody.get("/sharing").text()).contains(TITLE, "Ended early");
            assertThat(anybody.get("/sharing?lang=cy").text()).contains(TEITL, "Wedi dod i ben");
            assertThat(anybody.get("/sharing").text()).doesNotContain("The council left");
        }
    }

    private void printsItsPapers(String path) throws Exception {
        for (Paper paper : Paper.values()) {
            Answer english = dai.get(path + "/paper/" + paper.key() + "?lang=en");
            Answer welsh = dai.get(path + "/paper/" + paper.key() + "?lang=cy");
            assertThat(english.status()).as(paper.key()).isEqualTo(200);
            assertThat(english.text()).contains(TITLE).doesNotContain(TEITL);
            assertThat(welsh.text()).contains(TEITL).doesNotContain(TITLE);
            for (Answer page : List.of(english, welsh)) {
                assertThat(page.page().select("section h2")).hasSize(paper.sections().size());
                assertThat(page.text()).doesNotContain("protocol.section", "??");
            }
        }
        dai.get(path + "?lang=en");
        assertThat(dai.get(path + "/paper/sharing").text())
                .contains("Article 6(1)(e)", "Why they share", "Head of Service");
        assertThat(dai.get(path + "/paper/other").status()).isEqualTo(404);
    }

    @Test
    void twoWhoEditAtOnceLoseNothing() throws Exception {
        String path = drawUp();
        Map<String, List<String>> first = alys.get(path + "/terms").fields();
        Map<String, List<String>> second = dai.get(path + "/terms").fields();
        first.put("aim-en", List.of("First words"));
        second.put("aim-en", List.of("Second words"));
        assertThat(alys.post(path + "/terms", first).status()).isEqualTo(303);
        Answer late = dai.post(path + "/terms", second);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().select("#aim-en").text()).isEqualTo("Second words");
        assertThat(alys.get(path).text()).contains("First words");
        assertThat(dai.post(path + "/terms", late.fields()).status()).isEqualTo(303);
        assertThat(alys.get(path).text()).contains("Second words");
    }

    @Test
    void whatIsTypedWronglyStaysBesideWhatHasToBeMended() throws Exception {
        Map<String, List<String>> fields = terms(alys.get("/protocols/new"));
        fields.put("last-year", List.of("2020"));
        Answer early = alys.post("/protocols/new", fields);
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text()).contains("The last day cannot come before the first");
        assertThat(early.page().select("#last-year").val()).isEqualTo("2020");
        fields.put("last-month", List.of("13"));
        fields.remove("purposes");
        fields.put("title-en", List.of("x".repeat(161)));
        Answer wrong = alys.post("/protocols/new", fields);
        assertThat(wrong.text()).contains("Choose at least one", "Enter a day", "no more than 160");
    }

    private String drawUp() throws Exception {
        Answer made = alys.post("/protocols/new", terms(alys.get("/protocols/new")));
        assertThat(made.status()).isEqualTo(303);
        return made.location();
    }

    private Map<String, List<String>> terms(Answer page) {
        LocalDate today = LocalDate.now();
        Map<String, List<String>> fields = page.fields();
        fields.put("title-en", List.of(TITLE));
        fields.put("title-cy", List.of(TEITL));
        fields.put("aim-en", List.of("Why they share"));
        fields.put("aim-cy", List.of("Pam y maent yn rhannu"));
        fields.put("kept-en", List.of("Ninety days"));
        fields.put("kept-cy", List.of("Naw deg diwrnod"));
        fields.put("purposes", List.of("WARNINGS"));
        day(fields, "begins", today.minusDays(1));
        day(fields, "review", today.plusMonths(6));
        day(fields, "last", today.plusYears(1));
        return fields;
    }

    private static Map<String, List<String>> party(Answer page, AgencyId agency, String law) {
        Map<String, List<String>> fields = page.fields();
        fields.put("agency", List.of(agency.toString()));
        fields.put("law", List.of(law));
        fields.put("special", List.of(""));
        fields.put("offence", List.of("offence-safeguarding"));
        fields.put("post", List.of("Data officer, d@project.invalid"));
        return fields;
    }

    private static void sign(Visitor who, String path, AgencyId agency) throws Exception {
        Map<String, List<String>> fields = who.get(path + "/sign/" + agency).fields();
        fields.put("signer", List.of("Somebody Made-up"));
        fields.put("position", List.of("Head of Service"));
        day(fields, "signed", LocalDate.now().minusDays(1));
        assertThat(who.post(path + "/sign/" + agency, fields).status()).isEqualTo(303);
    }

    private static void day(Map<String, List<String>> fields, String name, LocalDate day) {
        fields.put(name + "-day", List.of(String.valueOf(day.getDayOfMonth())));
        fields.put(name + "-month", List.of(String.valueOf(day.getMonthValue())));
        fields.put(name + "-year", List.of(String.valueOf(day.getYear())));
    }

    private Visitor signIn(Somebody who) throws Exception {
        Visitor visitor = new Visitor(port);
        TestPeople.signIn(visitor, who, 0);
        return visitor;
    }
}
