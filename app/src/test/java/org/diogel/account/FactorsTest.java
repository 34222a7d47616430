package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.account.Challenges.Use;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.diogel.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Every factor of somebody else, every factor that was used before and every one that is too old, at
/// every place where one is asked for. TRUST §5 A9; ASVS 6.5.1, 7.5.3.
@WebTest
class FactorsTest {

    @LocalServerPort int port;
    @Autowired ApplicationContext app;
    @Autowired Vault vault;

    private Somebody who;
    private Somebody other;
    private Visitor hers;
    private Visitor others;
    /// The code she signed in with: that of now, which may be that of before by the time it is tried again.
    private String used;

    /// Both have signed in with the code of now; it is used.
    @BeforeEach
    void two() throws Exception {
        TestPeople people = new TestPeople(app);
        AgencyId agency = people.agency("Prosiect Ffactor " + System.nanoTime());
        who = people.somebody(agency, Role.ADMINISTRATOR);
        other = people.somebody(agency, Role.ADMINISTRATOR);
        hers = new Visitor(port);
        others = new Visitor(port);
        used = who.code(0);
        TestPeople.code(hers, TestPeople.password(hers, who, TestPeople.PASSWORD), used);
        TestPeople.signIn(others, other, 0);
    }

    @AfterEach
    void close() {
        hers.close();
        others.close();
    }

    @Test
    void noFactorOfSomebodyElseOrUsedBeforeSignsIn() throws Exception {
        List<String> theirCodes = recoveryCodes(others);
        List<String> codes = recoveryCodes(hers);
        assertThat(recovery(codes.get(0))).as("hers").isTrue();
        assertThat(recovery(codes.get(0))).as("used").isFalse();
        assertThat(recovery(theirCodes.get(0))).as("another's recovery code").isFalse();
        assertThat(code(other.code(1))).as("another's code").isFalse();
        assertThat(code(used)).as("used").isFalse();
        assertThat(code(who.code(-1))).as("older than the last that was used").isFalse();
        assertThat(code(who.code(3))).as("of the future").isFalse();
        List<String> anew = recoveryCodes(hers);
        assertThat(recovery(codes.get(1))).as("of the list before").isFalse();
        assertThat(recovery(anew.get(0))).isTrue();
        assertThat(code(who.code(1))).as("and as it should be").isTrue();
    }

    /// The password's step is somebody's own, and good for ten minutes.
    @Test
    void aStepThatIsTooOldOrAnothersLeadsNowhere() throws Exception {
        try (Visitor fresh = new Visitor(port)) {
            for (long minutes : List.of(11L, 60L * 24)) {
                Map<String, List<String>> fields = TestPeople.password(fresh, who, TestPeople.PASSWORD).fields();
                fields.put("step", List.of(aged(minutes).seal("password-step", List.of(who.id().toString()))));
                fields.put("code", List.of(who.code(1)));
                fresh.post("/sign-in/code", fields);
                assertThat(fresh.cookies).as(minutes + " minutes").doesNotContainKey("__Host-diogel");
            }
            Map<String, List<String>> fields = TestPeople.password(fresh, other, TestPeople.PASSWORD).fields();
            fields.put("code", List.of(who.code(1)));
            assertThat(fresh.post("/sign-in/code", fields).status()).as("her code, another's step").isEqualTo(422);
            // What was sealed for something else is no step.
            String wrongUse = aged(0).seal("held-form", List.of(who.id().toString()));
            fields.put("step", List.of(wrongUse));
            fresh.post("/sign-in/code", fields);
            assertThat(fresh.cookies).doesNotContainKey("__Host-diogel");
        }
    }

    @Test
    void aChallengeThatIsTooOldIsAnsweredInVain() throws Exception {
        SoftPasskey device = new SoftPasskey("http://localhost:" + port);
        try (Visitor first = here();
                Visitor fresh = here()) {
            TestPeople.signIn(first, again(who), 0);
            Answer page = first.get("/account/passkeys");
            Map<String, List<String>> make = page.fields(MAKE);
            make.put("name", List.of("phone"));
            String user = page.page().select(MAKE).attr("data-user");
            make.put("answer", List.of(device.make(page.page().select(MAKE).attr("data-challenge"), user)));
            assertThat(first.post("/account/passkeys", make).status()).isEqualTo(303);
            for (long minutes : List.of(0L, 11L)) {
                SealedTokens then = aged(minutes);
                var ask = new Challenges(then, clock(minutes)).make(Use.SIGN_IN, "");
                Map<String, List<String>> fields = fresh.get("/sign-in").fields(USE);
                fields.put("token", List.of(ask.token()));
                fields.put("answer", List.of(device.use(ask.text())));
                int status = fresh.post("/sign-in/passkey", fields).status();
                assertThat(status).as(minutes + " minutes").isEqualTo(minutes == 0 ? 303 : 422);
                fresh.cookies.remove("__Host-diogel");
            }
        }
    }

    @Test
    void noFactorOfSomebodyElseOrUsedBeforeOpensWhatAsksAgain() throws Exception {
        List<String> theirCodes = recoveryCodes(others);
        List<String> codes = recoveryCodes(hers);
        stale(hers, who, Duration.ofHours(1));
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("another's code", other.code(1));
        wrong.put("another's recovery code", theirCodes.get(1));
        wrong.put("the code she signed in with", used);
        wrong.put("nothing", "");
        for (Map.Entry<String, String> one : wrong.entrySet()) {
            assertThat(prove(hers, one.getValue())).as(one.getKey()).isNotEqualTo(303);
            assertThat(hers.get("/account/password").location()).as(one.getKey()).startsWith("/prove?to=");
        }
        assertThat(prove(hers, codes.get(0))).isEqualTo(303);
        assertThat(hers.get("/account/password").status()).isEqualTo(200);
        stale(hers, who, Duration.ofHours(1));
        assertThat(prove(hers, codes.get(0))).as("used").isNotEqualTo(303);
        String next = who.code(1);
        assertThat(prove(hers, next)).isEqualTo(303);
        stale(hers, who, Duration.ofHours(1));
        assertThat(prove(hers, next)).as("used").isNotEqualTo(303);
    }

    /// One session's factor is none for her other one, and it counts as long as the setting says.
    @Test
    void aFactorIsOfItsSessionAndItsMinutes() throws Exception {
        try (Visitor second = new Visitor(port)) {
            TestPeople.signIn(second, again(who), 0);
            stale(hers, who, Duration.ofHours(1));
            assertThat(prove(second, who.code(1))).isEqualTo(303);
            assertThat(second.get("/account/password").status()).isEqualTo(200);
            assertThat(hers.get("/account/password").status()).as("her other browser").isEqualTo(303);
            Duration fresh = app.getBean(SignInSettings.class).fresh();
            stale(second, who, fresh.minusSeconds(30));
            assertThat(second.get("/account/password").status()).isEqualTo(200);
            stale(second, who, fresh);
            assertThat(second.get("/account/password").status()).isEqualTo(303);
        }
    }

    private static final String MAKE = "form[data-diogel-passkey=make]";
    private static final String USE = "form[data-diogel-passkey=use]";

    private Visitor here() {
        Visitor visitor = new Visitor(port);
        visitor.headers.put("Host", "localhost:" + port);
        return visitor;
    }

    private SealedTokens aged(long minutes) {
        return new SealedTokens(vault, clock(minutes));
    }

    private static Clock clock(long minutesAgo) {
        return Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-minutesAgo));
    }

    private boolean code(String typed) throws Exception {
        try (Visitor fresh = new Visitor(port)) {
            TestPeople.code(fresh, TestPeople.password(fresh, who, TestPeople.PASSWORD), typed);
            return fresh.cookies.containsKey("__Host-diogel");
        }
    }

    private boolean recovery(String typed) throws Exception {
        try (Visitor fresh = new Visitor(port)) {
            Map<String, List<String>> fields =
                    TestPeople.password(fresh, who, TestPeople.PASSWORD).fields("form[action=/sign-in/recovery]");
            fields.put("recovery", List.of(typed));
            fresh.post("/sign-in/recovery", fields);
            return fresh.cookies.containsKey("__Host-diogel");
        }
    }

    private static int prove(Visitor visitor, String typed) throws Exception {
        Map<String, List<String>> fields = visitor.get("/prove").fields();
        fields.put("code", List.of(typed));
        return visitor.post("/prove", fields).status();
    }

    private static List<String> recoveryCodes(Visitor visitor) throws Exception {
        Map<String, List<String>> fields =
                visitor.get("/account/recovery-codes").fields("form[action=/account/recovery-codes]");
        return new ArrayList<>(
                visitor.post("/account/recovery-codes", fields).page().select("ul.diogel-code li").eachText());
    }

    /// As if her last factor were so old, in all her sessions.
    private static void stale(Visitor visitor, Somebody who, Duration age) throws Exception {
        long at = System.currentTimeMillis() / 1000 - age.toSeconds();
        sql(
                "update platform.spring_session_attributes a set attribute_bytes = convert_to('" + at
                        + "', 'UTF8') from platform.spring_session s where a.session_primary_id = s.primary_id"
                        + " and s.principal_name = '" + who.id() + "' and a.attribute_name = 'proved'");
        assertThat(visitor.get("/account").status()).isEqualTo(200);
    }

    private static Somebody again(Somebody who) throws Exception {
        sql("update account.credential set last_step = 0 where account_id = '" + who.id() + "'");
        return who;
    }

    private static void sql(String statement) throws Exception {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
