package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The walls before every page: TRUST §5 A1, E2, E3.
@WebTest
class WallsTest {
    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    private TestPeople people;
    private AgencyId agency;
    private Visitor browser;

    @BeforeEach
    void aBrowser() {
        people = new TestPeople(app);
        agency = people.agency("Prosiect Wal " + System.nanoTime());
        browser = new Visitor(port);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void everyRowOfTheTableIsKeptForStrangersAndForEveryRole() throws Exception {
        for (Role role : Role.values()) {
            browser.cookies.clear();
            TestPeople.signIn(browser, people.somebody(agency, role), 0);
            try (Visitor stranger = new Visitor(port)) {
                for (Authorisation.Row row : Authorisation.rows()) {
                    boolean open = row.who().contains("public") || row.who().contains("holder");
                    if (row.method().equals("GET") && !open) {
                        String path = row.pattern().replaceAll("\\{[^}]*}", "0");
                        Answer asked = stranger.get(path);
                        assertThat(asked.status()).as("stranger, %s", row).isEqualTo(303);
                        assertThat(asked.location()).as("%s", row).startsWith("/sign-in?to=");
                        boolean may =
                                row.who().contains("signed-in") || row.who().contains(role.name());
                        if (!may) {
                            assertThat(browser.get(path).status())
                                    .as("%s, %s", role, row)
                                    .isEqualTo(404);
                        } else if (path.equals(row.pattern())) {
                            Answer answer = browser.get(path);
                            assertThat(answer.status()).as("%s, %s", role, row).isIn(200, 303);
                            assertThat(answer.header("location").orElse(""))
                                    .as("%s, %s", role, row)
                                    .doesNotContain("/sign-in");
                        }
                    }
                }
            }
        }
    }

    /// What somebody may not send is answered as if there were no such page, whatever she sends.
    @Test
    void whatSheMayNotSendIsNotThere() throws Exception {
        int asked = 0;
        for (Role role : Role.values()) {
            browser.cookies.clear();
            TestPeople.signIn(browser, people.somebody(agency, role), 0);
            Map<String, List<String>> token = token();
            String missing = masked(browser.post("/no/such/page", token));
            for (Authorisation.Row row : rows("POST")) {
                if (!row.who().contains("signed-in") && !row.who().contains(role.name())) {
                    Answer answer = browser.post(path(row), token);
                    assertThat(answer.status()).as("%s, %s", role, row).isEqualTo(404);
                    assertThat(masked(answer)).as("%s, %s", role, row).isEqualTo(missing);
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(300);
    }

    /// Every row with `fresh`, for every role that may: an hour after her last code she is asked for
    /// another before anything is looked up.
    @Test
    void everythingFreshAsksForAFactorFirst() throws Exception {
        int asked = 0;
        for (Role role : Role.values()) {
            browser.cookies.clear();
            Somebody who = people.somebody(agency, role);
            TestPeople.signIn(browser, who, 0);
            TestPeople.stale(who);
            Map<String, List<String>> token = token();
            for (Authorisation.Row row : Authorisation.rows()) {
                boolean may = row.who().contains("signed-in") || row.who().contains(role.name());
                if (!row.fresh() || !may) {
                    continue;
                }
                if (row.method().equals("GET")) {
                    assertThat(browser.get(path(row)).location())
                            .as("%s, %s", role, row)
                            .startsWith("/prove?to=");
                } else {
                    assertThat(browser.post(path(row), token).text())
                            .as("%s, %s", role, row)
                            .contains("Show that it is you");
                }
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(80);
    }

    private Map<String, List<String>> token() throws Exception {
        return Map.of("_csrf", browser.get("/sign-in").fields().get("_csrf"));
    }

    private static List<Authorisation.Row> rows(String method) {
        return Authorisation.rows().stream()
                .filter(row -> row.method().equals(method))
                .filter(row -> !row.who().contains("public") && !row.who().contains("holder"))
                .toList();
    }

    private static String path(Authorisation.Row row) {
        return row.pattern().replaceAll("\\{[^}]*}", "0");
    }

    @Test
    void aHiddenPageLooksLikeNoneAndBothAnswerTheSame() throws Exception {
        TestPeople.signIn(browser, people.somebody(agency, Role.MEMBER), 0);
        assertThat(masked(browser.get("/people"))).isEqualTo(masked(browser.get("/no/such/page")));
        try (Visitor stranger = new Visitor(port)) {
            assertThat(stranger.get("/no/such/page").status()).isEqualTo(404);
            assertThat(stranger.get("/actuator/env").status()).isEqualTo(404);
            assertThat(stranger.get("/login").status()).isEqualTo(404);
            assertThat(stranger.get("/error").status()).isEqualTo(404);
        }
    }

    @Test
    void nothingIsChangedWithoutTheTokenOrFromAnotherSite() throws Exception {
        Somebody who = people.somebody(agency, Role.ADMINISTRATOR);
        Somebody other = people.somebody(agency, Role.MEMBER);
        TestPeople.signIn(browser, who, 0);
        String path = "/people/" + other.id() + "/suspend";
        Map<String, List<String>> token =
                browser.get("/people").fields("form[action=" + path + "]");
        assertThat(browser.post(path, Map.of()).status()).isEqualTo(403);
        assertThat(browser.post(path, Map.of("_csrf", List.of("wrong"))).status()).isEqualTo(403);
        for (Map<String, String> headers :
                List.of(
                        Map.of("Sec-Fetch-Site", "cross-site"),
                        Map.of("Sec-Fetch-Site", "same-site"),
                        Map.of("Origin", "https://elsewhere.invalid"),
                        Map.of("Origin", "http://127.0.0.1:1"),
                        Map.of("Origin", "%%"))) {
            browser.headers.putAll(headers);
            assertThat(browser.post(path, token).status()).as("%s", headers).isEqualTo(403);
            headers.keySet().forEach(browser.headers::remove);
        }
        try (Visitor stranger = new Visitor(port)) {
            Map<String, List<String>> theirs = stranger.get("/sign-in").fields();
            assertThat(browser.post(path, theirs).status()).as("another's token").isEqualTo(403);
        }
        assertThat(browser.get("/people").text()).doesNotContain("Suspended");
        browser.headers.put("Origin", "null");
        browser.headers.put("Sec-Fetch-Site", "same-origin");
        assertThat(browser.post(path, token).status()).isEqualTo(303);
    }

    /// A page of another site, in a browser that says nothing but where it came from: the error page
    /// must not offer its wishes with a button and a right token.
    @Test
    void whatAnotherSiteSentIsNeverOfferedAgain() throws Exception {
        TestPeople.signIn(browser, people.somebody(agency, Role.ADMINISTRATOR), 0);
        Map<String, List<String>> wishes = Map.of("name", List.of("the attacker's choice"));
        for (Map<String, String> headers :
                List.of(
                        Map.of("Origin", "https://elsewhere.invalid"),
                        Map.of("Origin", "null"),
                        Map.<String, String>of(),
                        Map.of("Sec-Fetch-Site", "cross-site"))) {
            browser.headers.putAll(headers);
            Answer refused = browser.post("/people/invite", wishes);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).as("%s", headers).doesNotContain("the attacker's choice");
            assertThat(refused.page().select("form.diogel-again")).as("%s", headers).isEmpty();
            headers.keySet().forEach(browser.headers::remove);
        }
        browser.headers.put("Sec-Fetch-Site", "same-origin");
        Answer ours = browser.post("/people/invite", wishes);
        assertThat(ours.fields("form.diogel-again").get("name"))
                .containsExactly("the attacker's choice");
    }

    @Test
    void leavingWorksWhileTheDatabaseIsGone() throws Exception {
        TestPeople.signIn(browser, people.somebody(agency, Role.MEMBER), 0);
        long took;
        Answer left;
        try (var admin = TestDatabase.superuser();
                var sql = admin.createStatement()) {
            for (String role : List.of("diogel_app", "diogel_platform")) {
                sql.execute("REVOKE CONNECT ON DATABASE diogel FROM " + role);
                sql.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '"
                                + role
                                + "'");
            }
            try {
                long start = System.nanoTime();
                left = browser.get("/leave");
                took = System.nanoTime() - start;
            } finally {
                sql.execute(
                        "GRANT CONNECT ON DATABASE diogel TO diogel_app, diogel_platform");
            }
        }
        // As long as the pools trust a connection that was just used.
        Thread.sleep(600);
        assertThat(left.status()).isEqualTo(303);
        assertThat(left.location()).isEqualTo("/weather");
        assertThat(left.header("Clear-Site-Data")).contains("\"cookies\", \"storage\"");
        assertThat(took).as("nanoseconds").isLessThan(3_000_000_000L);
    }

    @Test
    void anyOtherMethodFindsNothing() throws Exception {
        TestPeople.signIn(browser, people.somebody(agency, Role.ADMINISTRATOR), 0);
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")) {
            Answer answer = browser.send(method, "/people", Map.of(), new byte[0]);
            assertThat(answer.status()).as(method).isIn(400, 403, 404, 405);
        }
        assertThat(browser.send("HEAD", "/people", Map.of(), new byte[0]).status()).isEqualTo(200);
    }

    @Test
    void theTokenIsMaskedAnewInEveryPage() throws Exception {
        String one = browser.get("/sign-in").fields().get("_csrf").getFirst();
        String two = browser.get("/sign-in").fields().get("_csrf").getFirst();
        assertThat(one).isNotEqualTo(two).hasSizeGreaterThan(40);
        assertThat(browser.cookies.get("__Host-csrf")).isNotEqualTo(one);
    }

    @Test
    void theAddressThatLeadsBackIsSealedAndNeverLeadsAway() throws Exception {
        Somebody who = people.somebody(agency, Role.MEMBER);
        Answer page = browser.get("/sign-in?to=https://elsewhere.invalid/");
        Answer step = TestPeople.password(browser, page, who.email(), TestPeople.PASSWORD);
        assertThat(TestPeople.code(browser, step, who.code(0)).location()).isEqualTo("/home");
    }

    private static String masked(Answer answer) {
        assertThat(answer.status()).isEqualTo(404);
        return new String(answer.body(), StandardCharsets.UTF_8)
                .replaceAll("nonce=\"[^\"]*\"", "nonce")
                .replaceAll("href=\"[^\"]*lang=..\"", "lang");
    }
}
