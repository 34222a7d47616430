package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diogel.WebTest;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WebTest
class InvitationTest {
    @LocalServerPort int port;
    @Autowired ApplicationContext app;
    @Autowired InviteCommand command;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    private TestPeople people;
    private AgencyId agency;
    private Somebody administrator;
    private Visitor browser;

    @BeforeEach
    void anAdministrator() {
        people = new TestPeople(app);
        agency = people.agency("Prosiect Gwahodd " + System.nanoTime());
        administrator = people.somebody(agency, Role.ADMINISTRATOR);
        browser = new Visitor(port);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theFirstLinkMakesAnAdministratorWhoMaySignInAtOnce() throws Exception {
        String link = printed("--administrator", "Ann Prawf", "--agency", "Swyddfa Prawf");
        Answer welcome = browser.get(link);
        assertThat(welcome.text()).contains("Ann Prawf").contains("name=\"email\"");
        String email = "ann-" + System.nanoTime() + "@example.invalid";
        Answer codes = join(welcome, email, TestPeople.PASSWORD);
        assertThat(codes.page().select("ul.diogel-code li")).hasSize(10);
        assertThat(browser.get("/people").status()).isEqualTo(200);
        assertThat(browser.get("/people").text()).contains("Ann Prawf").contains("Swyddfa Prawf");
        // The link is used up, and says no more than an unknown one.
        Answer again = browser.get(link);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.text()).doesNotContain("Ann Prawf");
        assertThat(browser.get("/invitation/0123456789").status()).isEqualTo(404);
    }

    @Test
    void anAdministratorInvitesAndTheAddressIsBound() throws Exception {
        TestPeople.signIn(browser, administrator, 0);
        String email = "nia-" + System.nanoTime() + "@example.invalid";
        Answer made = invite(email, "CASEWORKER", "ANALYST");
        assertThat(made.text()).contains("The invitation is ready");
        String link = made.page().select("p.diogel-code").text().replaceFirst("^http://[^/]+", "");
        browser.cookies.clear();
        Answer welcome = browser.get(link);
        assertThat(welcome.text()).contains(email);
        Answer short1 = choose(welcome, "", "short");
        assertThat(short1.status()).isEqualTo(422);
        Answer joined = join(browser.get(link), "other@example.invalid", TestPeople.PASSWORD);
        assertThat(joined.status()).isEqualTo(200);
        Answer own = browser.get("/account");
        assertThat(own.text()).contains(email).contains("Caseworker").contains("Analyst");
        assertThat(browser.get("/people").status()).isEqualTo(404);
    }

    @Test
    void twoAtOnceMakeOneAccount() throws Exception {
        String link = printed("--administrator", "Dau Prawf", "--agency", "Swyddfa Prawf");
        String email = "dau-" + System.nanoTime() + "@example.invalid";
        Answer step = choose(browser.get(link), email, TestPeople.PASSWORD);
        Map<String, List<String>> fields = step.fields();
        fields.put("code", List.of(code(step)));
        assertThat(browser.post("/invitation/code", fields).text()).contains("recovery codes");
        try (Visitor other = new Visitor(port)) {
            fields.put("_csrf", other.get("/sign-in").fields().get("_csrf"));
            Answer second = other.post("/invitation/code", fields);
            assertThat(second.text()).contains("There is an account already");
            assertThat(other.cookies).doesNotContainKey("__Host-diogel");
        }
    }

    @Test
    void anOldLinkAndAWrongCodeMakeNothing() throws Exception {
        String link = printed("--administrator", "Hen Prawf", "--agency", "Swyddfa Prawf");
        Answer step = choose(browser.get(link), "hen@example.invalid", TestPeople.PASSWORD);
        Map<String, List<String>> fields = step.fields();
        fields.put("code", List.of("000000"));
        assertThat(browser.post("/invitation/code", fields).status()).isEqualTo(422);
        try (var sql = TestDatabase.superuser().createStatement()) {
            sql.execute(
                    "update account.invitation set created_at = created_at - interval '8 days',"
                            + " expires_at = expires_at - interval '8 days'");
        }
        fields.put("code", List.of(code(step)));
        assertThat(browser.post("/invitation/code", fields).status()).isEqualTo(404);
        assertThat(browser.get(link).status()).isEqualTo(404);
    }

    @Test
    void whatIsTypedBadlyIsSaidBesideTheFieldAndKept() throws Exception {
        TestPeople.signIn(browser, administrator, 0);
        Map<String, List<String>> fields = browser.get("/people/invite").fields();
        fields.put("name", List.of("Nia <i>"));
        fields.put("email", List.of(administrator.email()));
        fields.put("roles", List.of("NO_SUCH_ROLE"));
        Answer answer = browser.post("/people/invite", fields);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".govuk-error-message").eachText()).hasSize(4);
        assertThat(answer.text()).contains("Somebody signs in with this email address already");
        assertThat(answer.fields().get("name")).containsExactly("Nia <i>");
    }

    @Test
    void anAdministratorSuspendsOthersAndNeverHerself() throws Exception {
        Somebody other = people.somebody(agency, Role.ADMINISTRATOR);
        TestPeople.signIn(browser, administrator, 0);
        Answer list = browser.get("/people");
        assertThat(list.page().select("form[action*=" + administrator.id() + "]")).isEmpty();
        Map<String, List<String>> token =
                list.fields("form[action=/people/" + other.id() + "/suspend]");
        assertThat(browser.post("/people/" + administrator.id() + "/suspend", token).status())
                .isEqualTo(404);
        assertThat(browser.post("/people/" + other.id() + "/suspend", token).location())
                .isEqualTo("/people?saved=suspended");
        try (Visitor hers = new Visitor(port)) {
            assertThat(TestPeople.password(hers, other, TestPeople.PASSWORD).status())
                    .isEqualTo(422);
        }
        browser.post("/people/" + other.id() + "/reinstate", token);
        assertThat(browser.get("/people").page().text()).doesNotContain("Suspended");
    }

    /// With every check of the application left out, the database itself refuses.
    @Test
    void nobodyRaisesHerOwnRolesEvenInSql() {
        Actor.Person person =
                new Actor.Person(administrator.id(), agency, Set.of(Role.ADMINISTRATOR));
        assertThat(update(person, administrator)).isZero();
        Somebody worker = people.somebody(agency, Role.CASEWORKER);
        assertThat(update(new Actor.Person(worker.id(), agency, Set.of(Role.CASEWORKER)), worker))
                .isZero();
        assertThat(update(person, worker)).isOne();
        assertThat(visible(person, "SELECT count(*) FROM account.credential")).isZero();
        assertThat(visible(person, "SELECT count(*) FROM account.recovery_code")).isZero();
        assertThatThrownBy(
                        () -> visible(person, "INSERT INTO account.account (id) VALUES (gen_random_uuid()) RETURNING 1"))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    @Test
    void anotherAgencysPeopleAreHiddenFromAWorker() {
        Somebody worker = people.somebody(agency, Role.CASEWORKER);
        AgencyId elsewhere = people.agency("Arall " + System.nanoTime());
        Somebody stranger = people.somebody(elsewhere, Role.CASEWORKER);
        Accounts accounts = app.getBean(Accounts.class);
        Actor.Person person = new Actor.Person(worker.id(), agency, Set.of(Role.CASEWORKER));
        Acting.run(
                person,
                "work",
                () -> {
                    assertThat(accounts.find(stranger.id())).isEmpty();
                    assertThat(accounts.find(administrator.id())).isPresent();
                });
    }

    private int update(Actor actor, Somebody whom) {
        return Acting.as(
                actor,
                "work",
                () ->
                        new TransactionTemplate(transactions)
                                .execute(
                                        _ ->
                                                jdbc.sql(
                                                                "UPDATE account.account SET roles = ARRAY['ADMINISTRATOR', 'MODERATOR'] WHERE id = :id")
                                                        .param("id", whom.id().value())
                                                        .update()));
    }

    private long visible(Actor actor, String sql) {
        return Acting.as(
                actor,
                "work",
                () ->
                        new TransactionTemplate(transactions)
                                .execute(_ -> jdbc.sql(sql).query(Long.class).single()));
    }

    private String printed(String... words) {
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said));
            assertThat(command.run(words[1], words[3], words.length > 4 ? words[5] : "")).isZero();
        } finally {
            System.setOut(out);
        }
        return said.toString().lines().findFirst().orElseThrow().replaceFirst("^http://[^/]+", "");
    }

    private Answer invite(String email, String... roles) throws Exception {
        Map<String, List<String>> fields = browser.get("/people/invite").fields();
        fields.put("name", List.of("Nia Prawf"));
        fields.put("email", List.of(email));
        fields.put("agency", List.of(agency.toString()));
        fields.put("profession", List.of("HEALTH"));
        fields.put("roles", List.of(roles));
        return browser.post("/people/invite", fields);
    }

    private Answer choose(Answer page, String email, String password) throws Exception {
        Map<String, List<String>> fields = page.fields();
        fields.put("email", List.of(email));
        fields.put("password", List.of(password));
        return browser.post("/invitation", fields);
    }

    private Answer join(Answer page, String email, String password) throws Exception {
        Answer step = choose(page, email, password);
        Map<String, List<String>> fields = step.fields();
        fields.put("code", List.of(code(step)));
        return browser.post("/invitation/code", fields);
    }

    private static String code(Answer step) {
        String secret = step.page().select("p.diogel-code").text().replace(" ", "");
        return OneTimeCodes.current(secret, Instant.now());
    }
}
