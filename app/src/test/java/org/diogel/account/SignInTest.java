package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

@WebTest
class SignInTest {
    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    private TestPeople people;
    private AgencyId agency;
    private Visitor browser;

    @BeforeEach
    void anAgency() {
        people = new TestPeople(app);
        agency = people.agency("Prosiect Prawf " + System.nanoTime());
        browser = new Visitor(port);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void passwordAndCodeOpenTheDoorUnderANewSessionId() throws Exception {
        Somebody who = people.somebody(agency, Role.MODERATOR);
        browser.cookies.put("__Host-diogel", "chosen-by-an-attacker");
        Answer in = TestPeople.signIn(browser, who, 0);
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.location()).isEqualTo("/home");
        assertThat(browser.cookies.get("__Host-diogel")).isNotEqualTo("chosen-by-an-attacker");
        assertThat(in.all("set-cookie"))
                .filteredOn(c -> c.startsWith("__Host-"))
                .isNotEmpty()
                .allSatisfy(
                        c ->
                                assertThat(c)
                                        .contains("Secure")
                                        .contains("HttpOnly")
                                        .contains("SameSite=Lax")
                                        .containsIgnoringCase("Path=/")
                                        .doesNotContainIgnoringCase("Domain"));
        assertThat(browser.follow(browser.get("/home")).status()).isEqualTo(200);
        assertThat(browser.get("/account").text()).contains(who.email());
    }

    @Test
    void theSessionHoldsTheAccountIdATimeTheKindOfBrowserAndNothingElse() throws Exception {
        Somebody who = people.somebody(agency, Role.MODERATOR);
        TestPeople.signIn(browser, who, 0);
        try (var sql = TestDatabase.superuser().createStatement();
                var rows =
                        sql.executeQuery(
                                "select convert_from(attribute_bytes, 'UTF8') from"
                                        + " platform.spring_session_attributes")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).matches("[0-9a-f-]{36}|[0-9]{10}|0|ANDROID|IPHONE|WINDOWS|MAC|CHROME_OS|LINUX|OTHER");
            }
        }
    }

    @Test
    void unknownAddressWrongPasswordAndSuspensionLookTheSame() throws Exception {
        Somebody who = people.somebody(agency, Role.MEMBER);
        Somebody gone = people.somebody(agency, Role.MEMBER);
        suspend(gone);
        Answer wrong = TestPeople.password(browser, who, "not the password at all");
        Answer unknown =
                TestPeople.password(
                        browser, browser.get("/sign-in"), "nobody@example.invalid", "x".repeat(20));
        Answer suspended = TestPeople.password(browser, gone, TestPeople.PASSWORD);
        assertThat(List.of(wrong.status(), unknown.status(), suspended.status()))
                .containsOnly(422);
        assertThat(masked(wrong, who.email()))
                .isEqualTo(masked(unknown, "nobody@example.invalid"))
                .isEqualTo(masked(suspended, gone.email()))
                .contains("do not go together");
        assertThat(wrong.text()).contains(who.email()).doesNotContain("not the password at all");
    }

    @Test
    void aCodeWorksOnceAndAWrongOneNever() throws Exception {
        Somebody who = people.somebody(agency, Role.MEMBER);
        String code = who.code(0);
        Answer step = TestPeople.password(browser, who, TestPeople.PASSWORD);
        assertThat(TestPeople.code(browser, step, "000000").status()).isIn(422);
        assertThat(TestPeople.code(browser, step, code).status()).isEqualTo(303);
        try (Visitor other = new Visitor(port)) {
            Answer again = TestPeople.password(other, who, TestPeople.PASSWORD);
            assertThat(TestPeople.code(other, again, code).status()).isEqualTo(422);
            assertThat(other.cookies).doesNotContainKey("__Host-diogel");
        }
    }

    @Test
    void ofTwoWhoUseTheSameCodeAtOnceOneComesIn() throws Exception {
        Somebody who = people.somebody(agency, Role.MEMBER);
        Answer step = TestPeople.password(browser, who, TestPeople.PASSWORD);
        String code = who.code(0);
        List<Callable<Integer>> both =
                Collections.nCopies(
                        4,
                        () -> {
                            try (Visitor one = new Visitor(port)) {
                                one.cookies.putAll(browser.cookies);
                                return TestPeople.code(one, step, code).status();
                            }
                        });
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(both)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(303, 422, 422, 422);
        }
    }

    @Test
    void aSecondFactorOfSomebodyElseIsRefused() throws Exception {
        Somebody who = people.somebody(agency, Role.MEMBER);
        Somebody other = people.somebody(agency, Role.MEMBER);
        Answer step = TestPeople.password(browser, who, TestPeople.PASSWORD);
        assertThat(TestPeople.code(browser, step, other.code(0)).status()).isEqualTo(422);
    }

    @Test
    void suspensionEndsAnOpenSessionAtTheNextRequest() throws Exception {
        Somebody who = people.somebody(agency, Role.MODERATOR);
        TestPeople.signIn(browser, who, 0);
        assertThat(browser.get("/account").status()).isEqualTo(200);
        suspend(who);
        Answer next = browser.get("/account");
        assertThat(next.status()).isEqualTo(303);
        assertThat(next.location()).startsWith("/sign-in?to=").endsWith("&ended=1");
    }

    @Test
    void aSessionEndsAfterThirtyIdleMinutesAndAfterTwelveHoursInAnyCase() throws Exception {
        Somebody who = people.somebody(agency, Role.MODERATOR);
        TestPeople.signIn(browser, who, 0);
        assertThat(browser.get("/account").status()).isEqualTo(200);
        sql("update platform.spring_session set last_access_time = last_access_time - 1800001");
        assertThat(browser.get("/account").status()).isEqualTo(303);
        TestPeople.signIn(browser, who, 1);
        sql("update platform.spring_session set creation_time = creation_time - 43100000");
        assertThat(browser.get("/account").status()).isEqualTo(200);
        sql("update platform.spring_session set creation_time = creation_time - 101000");
        assertThat(browser.get("/account").status()).isEqualTo(303);
    }

    @Test
    void askedForAPageOneComesBackToItAfterSigningIn() throws Exception {
        Somebody who = people.somebody(agency, Role.MODERATOR);
        Answer first = browser.get("/account?saved=language");
        assertThat(first.location()).doesNotContain("language");
        Answer page = browser.follow(first);
        Answer step = TestPeople.password(browser, page, who.email(), TestPeople.PASSWORD);
        Answer in = TestPeople.code(browser, step, who.code(0));
        assertThat(in.location()).isEqualTo("/account?saved=language");
    }

    @Test
    void whatWasTypedWhenTheSessionEndedIsOfferedAgain() throws Exception {
        Somebody who = people.somebody(agency, Role.ADMINISTRATOR);
        TestPeople.signIn(browser, who, 0);
        Answer form = browser.get("/people/invite");
        Map<String, List<String>> fields = form.fields();
        fields.put("name", List.of("Mair “Prawf” 🌊 <b>"));
        fields.put("roles", List.of("MEMBER", "ANALYST"));
        fields.put("password", List.of("never kept"));
        browser.cookies.remove("__Host-diogel");
        Answer asked = browser.post("/people/invite", fields);
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.text()).contains("What you typed is kept").doesNotContain("Prawf");
        Answer step = TestPeople.password(browser, asked, who.email(), TestPeople.PASSWORD);
        Answer offered = TestPeople.code(browser, step, who.code(1));
        assertThat(offered.status()).isEqualTo(200);
        Map<String, List<String>> kept = offered.fields("form[action=/people/invite]");
        assertThat(kept.get("name")).containsExactly("Mair “Prawf” 🌊 <b>");
        assertThat(kept.get("roles")).containsExactly("MEMBER", "ANALYST");
        assertThat(offered.text()).doesNotContain("never kept");
        Answer sent = browser.post("/people/invite", kept);
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.fields().get("name")).containsExactly("Mair “Prawf” 🌊 <b>");
    }

    @Test
    void whatWasTypedIsOfferedToNobodyElseWhoSignsInThere() throws Exception {
        Somebody who = people.somebody(agency, Role.ADMINISTRATOR);
        Somebody next = people.somebody(agency, Role.ADMINISTRATOR);
        TestPeople.signIn(browser, who, 0);
        Map<String, List<String>> fields = browser.get("/people/invite").fields();
        fields.put("name", List.of("only hers to read"));
        browser.cookies.remove("__Host-diogel");
        Answer asked = browser.post("/people/invite", fields);
        Answer step = TestPeople.password(browser, asked, next.email(), TestPeople.PASSWORD);
        Answer in = TestPeople.code(browser, step, next.code(0));
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.location()).isEqualTo("/home");
        assertThat(in.text()).doesNotContain("only hers to read");
    }

    @Test
    void theLanguageSwitchKeepsTheAddressAndTheStep() throws Exception {
        Somebody who = people.somebody(agency, Role.MEMBER);
        Map<String, List<String>> fields = browser.get("/sign-in").fields();
        fields.put("email", List.of(who.email()));
        fields.put("lang", List.of("cy"));
        Answer welsh = browser.post("/sign-in", fields);
        assertThat(welsh.status()).isEqualTo(200);
        assertThat(welsh.text()).contains("Mewngofnodi");
        assertThat(welsh.fields().get("email")).containsExactly(who.email());
        Answer step = TestPeople.password(browser, welsh, who.email(), TestPeople.PASSWORD);
        Map<String, List<String>> code = step.fields();
        code.put("lang", List.of("en"));
        Answer english = browser.post("/sign-in/code", code);
        assertThat(english.text()).contains("Enter your code");
        assertThat(TestPeople.code(browser, english, who.code(0)).status()).isEqualTo(303);
    }

    @Test
    void signingOutEverywhereEndsEverySession() throws Exception {
        Somebody who = people.somebody(agency, Role.MEMBER);
        TestPeople.signIn(browser, who, 0);
        try (Visitor phone = new Visitor(port)) {
            TestPeople.signIn(phone, who, 1);
            Answer account = phone.get("/account");
            phone.post(
                    "/account/sign-out-everywhere",
                    account.fields("form[action=/account/sign-out-everywhere]"));
            assertThat(phone.get("/account").status()).isEqualTo(303);
            assertThat(browser.get("/account").status()).isEqualTo(303);
        }
    }

    @Test
    void newRecoveryCodesWorkOnceEach() throws Exception {
        Somebody who = people.somebody(agency, Role.MEMBER);
        TestPeople.signIn(browser, who, 0);
        Map<String, List<String>> fields = browser.get("/account/recovery-codes").fields("form[action=/account/recovery-codes]");
        Answer made = browser.post("/account/recovery-codes", fields);
        List<String> codes = made.page().select("ul.diogel-code li").eachText();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        try (Visitor other = new Visitor(port)) {
            Answer first = recovery(other, who, codes.get(3).toLowerCase(java.util.Locale.ROOT));
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.text()).contains("You have 9 recovery codes left.");
            assertThat(other.follow(other.get("/home")).status()).isEqualTo(200);
            assertThat(recovery(new Visitor(port), who, codes.get(3)).status()).isEqualTo(422);
        }
    }

    @Test
    void aChangedPasswordSignsOtherDevicesOut() throws Exception {
        Somebody who = people.somebody(agency, Role.MEMBER);
        TestPeople.signIn(browser, who, 0);
        try (Visitor phone = new Visitor(port)) {
            TestPeople.signIn(phone, who, 1);
            Map<String, List<String>> fields = phone.get("/account/password").fields();
            fields.put("passwordNow", List.of(TestPeople.PASSWORD));
            fields.put("passwordNew", List.of("password1234"));
            assertThat(phone.post("/account/password", fields).text()).contains("easy to guess");
            fields.put("passwordNew", List.of("tri chwch oren mewn cae"));
            assertThat(phone.post("/account/password", fields).location())
                    .isEqualTo("/account?saved=password");
            assertThat(phone.get("/account").status()).isEqualTo(200);
            assertThat(browser.get("/account").status()).isEqualTo(303);
        }
    }

    private Answer recovery(Visitor visitor, Somebody who, String code) throws Exception {
        Answer step = TestPeople.password(visitor, who, TestPeople.PASSWORD);
        Map<String, List<String>> fields = step.fields("form[action=/sign-in/recovery]");
        fields.put("recovery", List.of(code));
        return visitor.post("/sign-in/recovery", fields);
    }

    private static void suspend(Somebody who) throws SQLException {
        try (var connection = TestDatabase.superuser();
                var sql =
                        connection.prepareStatement(
                                "update account.account set status = 'suspended' where id = ?")) {
            sql.setObject(1, who.id().value());
            assertThat(sql.executeUpdate()).isOne();
        }
    }

    private static void sql(String statement) throws SQLException {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String masked(Answer answer, String email) {
        return answer.text()
                .replace(email, "ADDRESS")
                .replaceAll("nonce=\"[^\"]*\"", "nonce")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "csrf");
    }
}
