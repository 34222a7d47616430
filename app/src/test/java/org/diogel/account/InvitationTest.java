package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AccountId;
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
import org.springframework.dao.DataAccessException;
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
    private Somebody officer;
    private Visitor browser;

    @BeforeEach
    void anAdministrator() {
        people = new TestPeople(app);
        agency = people.agency("Prosiect Gwahodd " + System.nanoTime());
        administrator = people.somebody(agency, Role.ADMINISTRATOR);
        officer = people.somebody(agency, Role.DATA_PROTECTION_OFFICER);
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
        String link = link(made);
        browser.cookies.clear();
        assertThat(browser.get(link).status()).as("before anybody confirmed").isEqualTo(404);
        try (Visitor second = new Visitor(port)) {
            TestPeople.signIn(second, officer, 0);
            confirm(second, "Nia Prawf");
        }
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

    @Test
    void whoeverAskedCannotConfirmIt() throws Exception {
        TestPeople.signIn(browser, administrator, 0);
        Answer made = invite("pyped-" + System.nanoTime() + "@example.invalid", "MODERATOR");
        assertThat(made.text()).contains("This link does not work yet");
        Answer list = browser.get("/invitations");
        assertThat(list.text()).contains("You asked them, so somebody else has to confirm it.");
        UUID id = newest();
        Map<String, List<String>> token =
                browser.get("/people").fields("form[action=/people/invitations/" + id + "/cancel]");
        assertThat(browser.post("/invitations/" + id + "/confirm", token).status())
                .isEqualTo(404);
        assertThat(browser.get(link(made)).status()).isEqualTo(404);
        // Nor with every check of the application left out.
        Actor.Person herself =
                new Actor.Person(administrator.id(), agency, Set.of(Role.ADMINISTRATOR));
        String confirmed = "UPDATE account.invitation SET confirmed_by = :by WHERE id = :id";
        assertThatThrownBy(() -> write(herself, confirmed, id, administrator.id()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> write(herself, confirmed, id, officer.id()))
                .isInstanceOf(DataAccessException.class);
        Actor.Person second =
                new Actor.Person(officer.id(), agency, Set.of(Role.DATA_PROTECTION_OFFICER));
        assertThat(write(second, confirmed, id, officer.id())).isOne();
    }

    @Test
    void anInvitationIsListedAndCanBeCancelled() throws Exception {
        TestPeople.signIn(browser, administrator, 0);
        Answer made = invite("canslo-" + System.nanoTime() + "@example.invalid", "ANALYST");
        UUID id = newest();
        String cancel = "/people/invitations/" + id + "/cancel";
        Answer done = browser.post(cancel, browser.get("/people").fields("form[action=" + cancel + "]"));
        assertThat(done.location()).isEqualTo("/people?saved=cancelled");
        assertThat(browser.get("/people").page().select("form[action=" + cancel + "]")).isEmpty();
        try (Visitor second = new Visitor(port)) {
            TestPeople.signIn(second, officer, 0);
            Map<String, List<String>> token = second.get("/account").fields("form[action=/account/language]");
            assertThat(second.post("/invitations/" + id + "/confirm", token).status())
                    .isEqualTo(404);
        }
        assertThat(browser.get(link(made)).status()).isEqualTo(404);
    }

    @Test
    void whoIsSuspendedLeavesNoLinksAndNoSessionBehind() throws Exception {
        Somebody other = people.somebody(agency, Role.ADMINISTRATOR);
        TestPeople.signIn(browser, other, 0);
        Answer made = invite("drws-" + System.nanoTime() + "@example.invalid", "ADMINISTRATOR");
        UUID id = newest();
        try (Visitor second = new Visitor(port);
                Visitor mine = new Visitor(port)) {
            TestPeople.signIn(second, officer, 0);
            confirm(second, "Nia Prawf");
            assertThat(second.get(link(made)).status()).isEqualTo(200);
            TestPeople.signIn(mine, administrator, 0);
            String suspend = "/people/" + other.id() + "/suspend";
            Map<String, List<String>> token =
                    mine.get("/people").fields("form[action=" + suspend + "]");
            mine.post(suspend, token);
            assertThat(second.get(link(made)).status()).isEqualTo(404);
            assertThat(mine.get("/people").text()).doesNotContain(id.toString());
            mine.post("/people/" + other.id() + "/reinstate", token);
            assertThat(browser.get("/account").status()).as("a session from before").isEqualTo(303);
            assertThat(second.get(link(made)).status()).isEqualTo(404);
        }
    }

    @Test
    void anAdministratorWhoWouldSeeCasesIsRefusedEverywhere() throws Exception {
        TestPeople.signIn(browser, administrator, 0);
        for (Role role : Role.values()) {
            boolean fits =
                    Set.of(Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER, Role.ANALYST)
                            .contains(role);
            Set<Role> both = EnumSet.of(Role.ADMINISTRATOR, role);
            assertThat(RoleRules.fit(both)).as("%s", role).isEqualTo(fits);
            if (!fits) {
                Answer refused = invite("dau@example.invalid", "ADMINISTRATOR", role.name());
                assertThat(refused.status()).as("%s", role).isEqualTo(422);
                assertThat(refused.text()).contains("must see no cases");
                assertThatThrownBy(() -> people.somebody(agency, Role.ADMINISTRATOR, role))
                        .as("the table, %s", role)
                        .isInstanceOf(DataAccessException.class);
            }
        }
    }

    /// With every check of the application left out, the database itself refuses.
    @Test
    void nobodyChangesHerOwnStandingOrRolesNorAnybodysAgencyEvenInSql() {
        Actor.Person person =
                new Actor.Person(administrator.id(), agency, Set.of(Role.ADMINISTRATOR));
        String suspend = "UPDATE account.account SET status = 'suspended' WHERE id = :id AND :by = :by";
        assertThat(write(person, suspend, administrator.id().value(), administrator.id())).isZero();
        Somebody worker = people.somebody(agency, Role.CASEWORKER);
        Actor.Person herself = new Actor.Person(worker.id(), agency, Set.of(Role.CASEWORKER));
        assertThat(write(herself, suspend, worker.id().value(), worker.id())).isZero();
        assertThat(write(person, suspend, worker.id().value(), worker.id())).isOne();
        String roles = "UPDATE account.account SET roles = ARRAY['MODERATOR'] WHERE id = :id AND :by = :by";
        assertThat(write(person, roles, administrator.id().value(), administrator.id())).isZero();
        assertThat(write(herself, roles, worker.id().value(), worker.id())).isZero();
        assertThat(write(person, roles, worker.id().value(), worker.id())).isOne();
        assertThatThrownBy(
                        () ->
                                write(
                                        person,
                                        "UPDATE account.account SET agency_id = agency_id WHERE id = :id AND :by = :by",
                                        worker.id().value(),
                                        worker.id()))
                .isInstanceOf(DataAccessException.class);
        assertThat(visible(person, "SELECT count(*) FROM account.credential")).isZero();
        assertThat(visible(person, "SELECT count(*) FROM account.recovery_code")).isZero();
        assertThatThrownBy(
                        () -> visible(person, "INSERT INTO account.account (id) VALUES (gen_random_uuid()) RETURNING 1"))
                .isInstanceOf(DataAccessException.class);
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

    private int write(Actor actor, String sql, UUID id, AccountId by) {
        return Acting.as(
                actor,
                "work",
                () ->
                        new TransactionTemplate(transactions)
                                .execute(
                                        _ ->
                                                jdbc.sql(sql)
                                                        .param("id", id)
                                                        .param("by", by.value())
                                                        .update()));
    }

    /// As the second person does, on her own page.
    private static void confirm(Visitor second, String name) throws Exception {
        Answer list = second.get("/invitations");
        assertThat(list.text()).contains(name).contains("speak to each person yourself");
        String action = list.page().select("form[action~=^/invitations/]").last().attr("action");
        assertThat(second.post(action, list.fields("form[action=" + action + "]")).location())
                .startsWith("/invitations");
    }

    private static String link(Answer made) {
        return made.page().select("p.diogel-code").text().replaceFirst("^http://[^/]+", "");
    }

    private static UUID newest() throws Exception {
        try (var sql = TestDatabase.superuser().createStatement();
                var rows =
                        sql.executeQuery(
                                "select id from account.invitation order by created_at desc limit 1")) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
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
