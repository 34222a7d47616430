package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Somebody sees where she is signed in and ends what she does not know. ASVS 7.5.2.
@WebTest
class SessionsTest {
    private static final String PHONE = "Mozilla/5.0 (Linux; Android 15; Mobile) made-up";
    private static final String END = "form[action=/account/sessions/end]";

    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    private TestPeople people;
    private AgencyId agency;
    private Somebody who;
    private Visitor desk;
    private Visitor phone;

    @BeforeEach
    void signedInTwice() throws Exception {
        people = new TestPeople(app);
        agency = people.agency("Prosiect Sesiwn " + System.nanoTime());
        who = people.somebody(agency, Role.MEMBER);
        desk = new Visitor(port);
        desk.headers.put("User-Agent", "Mozilla/5.0 (Windows NT 10.0) made-up");
        phone = new Visitor(port);
        phone.headers.put("User-Agent", PHONE);
        TestPeople.signIn(desk, who, 0);
        TestPeople.signIn(phone, who, 1);
    }

    @AfterEach
    void close() {
        desk.close();
        phone.close();
    }

    @Test
    void sheEndsTheOtherOneAndStaysWhereSheIs() throws Exception {
        Answer page = desk.get("/account/sessions");
        assertThat(page.page().select("h2.govuk-heading-s").eachText())
                .containsExactlyInAnyOrder("A computer with Windows", "A phone or tablet with Android");
        assertThat(page.page().select(END)).as("not the one she is using").hasSize(1);
        assertThat(page.text()).containsOnlyOnce("This is the one you are using now.");
        Answer ended = desk.post("/account/sessions/end", page.fields(END));
        assertThat(desk.follow(ended).text()).contains("It is signed out.").doesNotContain("Android");
        assertThat(phone.get("/account").status()).isEqualTo(303);
        assertThat(desk.get("/account").status()).isEqualTo(200);
    }

    /// What the page holds neither lets anybody in nor ends another's session.
    @Test
    void whatThePageHoldsOpensNothingAndEndsNothingOfOthers() throws Exception {
        Answer page = desk.get("/account/sessions");
        for (String id : sessionIds()) {
            assertThat(page.text()).doesNotContain(id);
        }
        Somebody other = people.somebody(agency, Role.ADMINISTRATOR);
        try (Visitor others = new Visitor(port)) {
            TestPeople.signIn(others, other, 0);
            assertThat(others.get("/account/sessions").page().select(END)).isEmpty();
            Map<String, List<String>> fields = others.get("/account").fields("form[action=/account/language]");
            fields.put("which", page.fields(END).get("which"));
            assertThat(others.post("/account/sessions/end", fields).status()).isEqualTo(303);
        }
        assertThat(phone.get("/account").status()).isEqualTo(200);
        for (String invented : List.of("", "x", phone.cookies.get("__Host-diogel"))) {
            Map<String, List<String>> fields = page.fields(END);
            fields.put("which", List.of(invented));
            assertThat(desk.post("/account/sessions/end", fields).status()).isEqualTo(303);
        }
        assertThat(phone.get("/account").status()).isEqualTo(200);
    }

    @Test
    void oneThatIsOverIsNotListed() throws Exception {
        String hers = " where principal_name = '" + who.id() + "' and session_id <> '" + idOf(desk) + "'";
        sql("update platform.spring_session set creation_time = creation_time - 43201000" + hers);
        assertThat(desk.get("/account/sessions").page().select("h2.govuk-heading-s")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 (Linux; Android 15), ANDROID",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X), IPHONE",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0), MAC",
        "Mozilla/5.0 (X11; CrOS x86_64), CHROME_OS",
        "Mozilla/5.0 (X11; Linux x86_64), LINUX",
        "<script>alert(1)</script>, OTHER",
        ", OTHER"
    })
    void onlyTheKindIsKept(String says, BrowserKind kind) {
        assertThat(BrowserKind.of(says)).isEqualTo(kind);
        assertThat(BrowserKind.named(says)).isEqualTo(BrowserKind.OTHER);
    }

    private List<String> sessionIds() throws Exception {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement();
                var rows =
                        sql.executeQuery(
                                "select session_id from platform.spring_session where principal_name = '"
                                        + who.id() + "'")) {
            List<String> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getString(1).strip());
            }
            assertThat(ids).hasSize(2);
            return ids;
        }
    }

    /// The cookie holds it in base 64.
    private static String idOf(Visitor visitor) {
        return new String(
                Base64.getDecoder().decode(visitor.cookies.get("__Host-diogel")),
                StandardCharsets.UTF_8);
    }

    private static void sql(String statement) throws Exception {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
