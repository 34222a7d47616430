package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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

/// Signing in with a passkey, and everything that is not one. TRUST §5 A9, E2; ASVS 6.3.3, 6.4, 6.5.
@WebTest
class PasskeyTest {
    private static final String USE = "form[data-diogel-passkey=use]";
    private static final String MAKE = "form[data-diogel-passkey=make]";

    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    private TestPeople people;
    private AgencyId agency;
    private Somebody who;
    private Visitor browser;
    private String origin;
    private SoftPasskey device;

    @BeforeEach
    void hasAPasskey() throws Exception {
        people = new TestPeople(app);
        agency = people.agency("Prosiect Allwedd " + System.nanoTime());
        who = people.somebody(agency, Role.ADMINISTRATOR);
        origin = "http://localhost:" + port;
        browser = here();
        device = new SoftPasskey(origin);
        TestPeople.signIn(browser, who, 0);
        assertThat(add(browser, device, "work phone").location())
                .isEqualTo("/account/passkeys?saved=added");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void itSignsInWithNoNameAndNoCodeAndIsListed() throws Exception {
        try (Visitor fresh = here()) {
            Answer in = signIn(fresh, device);
            assertThat(in.status()).isEqualTo(303);
            assertThat(in.location()).isEqualTo("/home");
            assertThat(fresh.get("/account").text()).contains(who.email());
            // Both factors were given just now.
            assertThat(fresh.get("/account/passkeys").text())
                    .contains("work phone")
                    .contains("Used last on");
        }
        assertThat(count("select count(*) from messages.delivery where account = '" + who.id()
                        + "' and template = 'sign-in-changed'"))
                .isOne();
        assertThat(audited("account.passkey-added")).isOne();
    }

    @Test
    void whatIsNotAsItWasAskedForIsRefused() throws Exception {
        refused("another site", d -> d.origin = "http://localhost.invalid:" + port);
        refused("another domain", d -> d.rp = "example.invalid");
        refused("nobody unlocked it", d -> d.flags = SoftPasskey.PRESENT);
        refused("nobody was there", d -> d.flags = SoftPasskey.VERIFIED);
        refused("it says nobody", d -> d.user = null);
        refused("it says somebody else", d -> d.user = new byte[16]);
        refused("one that became syncable", d -> d.flags |= SoftPasskey.SYNCABLE);
        assertThat(signIn(here(), device).status()).as("and as it should be").isEqualTo(303);
    }

    @Test
    void aKeyNobodyAddedAndAnAnswerToNothingAreRefused() throws Exception {
        SoftPasskey stranger = new SoftPasskey(origin);
        stranger.user = device.user;
        assertThat(signIn(here(), stranger).status()).isEqualTo(422);
        SoftPasskey liar = new SoftPasskey(origin);
        System.arraycopy(device.id, 0, liar.id, 0, 32);
        liar.user = device.user;
        assertThat(signIn(here(), liar).status()).as("another key of that name").isEqualTo(422);
        assertThat(signIn(here(), f -> "").status()).isEqualTo(422);
        assertThat(signIn(here(), f -> "{}").status()).isEqualTo(422);
        assertThat(signIn(here(), f -> "x".repeat(5000)).status()).isEqualTo(422);
    }

    @Test
    void anAnswerCountsOnceAndAnOlderOneNoMore() throws Exception {
        try (Visitor fresh = here()) {
            Answer early = fresh.get("/sign-in");
            Answer page = fresh.get("/sign-in");
            Map<String, List<String>> fields = answered(page, device);
            assertThat(fresh.post("/sign-in/passkey", fields).status()).isEqualTo(303);
            fresh.cookies.remove("__Host-diogel");
            fields.put("_csrf", fresh.get("/sign-in").fields().get("_csrf"));
            assertThat(fresh.post("/sign-in/passkey", fields).status()).as("again").isEqualTo(422);
            Map<String, List<String>> late = answered(early, device);
            late.put("_csrf", fields.get("_csrf"));
            assertThat(fresh.post("/sign-in/passkey", late).status()).as("older").isEqualTo(422);
        }
    }

    @Test
    void aCounterThatDoesNotGoOnIsACopy() throws Exception {
        SoftPasskey counting = new SoftPasskey(origin);
        counting.counter = 5;
        add(browser, counting, "security key");
        counting.counter = 6;
        assertThat(signIn(here(), counting).status()).isEqualTo(303);
        assertThat(signIn(here(), counting).status()).as("the same again").isEqualTo(422);
        counting.counter = 3;
        assertThat(signIn(here(), counting).status()).as("back").isEqualTo(422);
        counting.counter = 0;
        assertThat(signIn(here(), counting).status()).as("no more counting").isEqualTo(422);
        counting.counter = 7;
        assertThat(signIn(here(), counting).status()).isEqualTo(303);
    }

    /// A challenge made for one thing is none for another.
    @Test
    void anAnswerForOneUseCountsForNoOther() throws Exception {
        TestPeople.stale(who);
        Answer ask = browser.get("/prove");
        Map<String, List<String>> proof = answered(ask, device);
        try (Visitor fresh = here()) {
            Map<String, List<String>> fields = fresh.get("/sign-in").fields(USE);
            fields.put("token", proof.get("token"));
            fields.put("answer", proof.get("answer"));
            assertThat(fresh.post("/sign-in/passkey", fields).status()).isEqualTo(422);
        }
        assertThat(browser.post("/prove", proof).status()).isEqualTo(303);
    }

    @Test
    void itShowsThatItIsSheAndSomebodyElsesDoesNot() throws Exception {
        Somebody other = people.somebody(agency, Role.ADMINISTRATOR);
        SoftPasskey hers = new SoftPasskey(origin);
        try (Visitor second = here()) {
            TestPeople.signIn(second, other, 0);
            add(second, hers, "hers");
        }
        TestPeople.stale(who);
        Map<String, List<String>> typed = browser.get("/people/invite").fields();
        Answer ask = browser.post("/people/invite", typed);
        assertThat(ask.page().select(USE).attr("data-known")).isEqualTo(SoftPasskey.text(device.id));
        assertThat(browser.post("/prove", answered(ask, hers)).status()).isEqualTo(422);
        Answer again = browser.post("/people/invite", typed);
        Answer on = browser.post("/prove", answered(again, device));
        assertThat(on.status()).as("the form itself was taken up").isEqualTo(422);
        assertThat(on.text()).contains("Choose their agency");
    }

    @Test
    void removedSuspendedOrMovedToAnotherAccountItOpensNothing() throws Exception {
        Somebody other = people.somebody(agency, Role.MEMBER);
        sql("update account.passkey set account_id = '%s' where account_id = '%s'"
                .formatted(other.id(), who.id()));
        device.user = UserHandle.of(other.id());
        assertThat(signIn(here(), device).status())
                .as("whoever can write to the table cannot give it to somebody else")
                .isEqualTo(500);
        sql("update account.passkey set account_id = '%s' where account_id = '%s'"
                .formatted(who.id(), other.id()));
        device.user = UserHandle.of(who.id());
        sql("update account.account set status = 'suspended' where id = '" + who.id() + "'");
        assertThat(signIn(here(), device).status()).as("suspended").isEqualTo(422);
        sql("update account.account set status = 'active' where id = '" + who.id() + "'");
        Answer list = browser.get("/account/passkeys");
        String remove = list.page().select("form[action$=/remove]").attr("action");
        try (Visitor hers = here()) {
            TestPeople.signIn(hers, other, 0);
            Map<String, List<String>> fields = hers.get("/account/passkeys").fields(MAKE);
            assertThat(hers.post(remove, fields).status()).as("not hers").isEqualTo(404);
        }
        assertThat(browser.post(remove, list.fields("form[action=" + remove + "]")).location())
                .isEqualTo("/account/passkeys?saved=removed");
        assertThat(signIn(here(), device).status()).as("removed").isEqualTo(422);
        assertThat(audited("account.passkey-removed")).isOne();
    }

    @Test
    void whoeverJoinsWithAPasskeyHasNoPasswordAndKeepsItUntilThereIsAnother() throws Exception {
        Somebody lead = people.somebody(agency, Role.SAFEGUARDING_LEAD);
        String email = "nia-" + System.nanoTime() + "@example.invalid";
        String link = invited(lead, email);
        SoftPasskey new_ = new SoftPasskey(origin);
        try (Visitor joins = here()) {
            Answer page = joins.get(link);
            Map<String, List<String>> fields = page.fields(MAKE);
            fields.put("answer", List.of(new_.make(challenge(page, MAKE), user(page))));
            assertThat(joins.post("/invitation/passkey", fields).location())
                    .isEqualTo("/account/passkeys?saved=joined");
            Answer own = joins.get("/account");
            assertThat(own.text()).contains(email).contains("have no password");
            assertThat(joins.get("/account/password").status()).isEqualTo(404);
            Answer list = joins.get("/account/passkeys");
            String remove = list.page().select("form[action$=/remove]").attr("action");
            Map<String, List<String>> only = list.fields("form[action=" + remove + "]");
            assertThat(joins.post(remove, only).location()).endsWith("?saved=only");
            assertThat(joins.get(link).status()).as("the link is used").isEqualTo(404);
        }
        assertThat(signIn(here(), new_).status()).isEqualTo(303);
        try (Visitor guesser = here()) {
            Answer wrong =
                    TestPeople.password(
                            guesser, guesser.get("/sign-in"), email, TestPeople.PASSWORD);
            assertThat(wrong.text()).contains("do not go together");
        }
    }

    /// Setting up anew how she signs in ends every way there was.
    @Test
    void aNewInvitationEndsHerPasskeysAndHerPassword() throws Exception {
        Somebody lead = people.somebody(agency, Role.SAFEGUARDING_LEAD);
        Somebody lost = people.somebody(agency, Role.MEMBER);
        SoftPasskey old = new SoftPasskey(origin);
        try (Visitor hers = here()) {
            TestPeople.signIn(hers, lost, 0);
            add(hers, old, "old");
        }
        String action = "/people/" + lost.id() + "/invite";
        Answer made =
                browser.post(action, browser.get("/people").fields("form[action=" + action + "]"));
        String link = confirmed(lead, made);
        SoftPasskey next = new SoftPasskey(origin);
        try (Visitor joins = here()) {
            Answer page = joins.get(link);
            Map<String, List<String>> fields = page.fields(MAKE);
            fields.put("answer", List.of(next.make(challenge(page, MAKE), user(page))));
            assertThat(joins.post("/invitation/passkey", fields).status()).isEqualTo(303);
        }
        assertThat(signIn(here(), old).status()).isEqualTo(422);
        assertThat(TestPeople.password(here(), lost, TestPeople.PASSWORD).status()).isEqualTo(422);
        assertThat(signIn(here(), next).status()).isEqualTo(303);
    }

    @Test
    void atAnAddressOfNumbersNoneIsOffered() throws Exception {
        try (Visitor numbers = new Visitor(port)) {
            Answer page = numbers.get("/sign-in");
            assertThat(page.page().select(USE)).isEmpty();
            assertThat(page.page().select("script[src*=passkeys]")).isEmpty();
        }
    }

    private void refused(String why, java.util.function.Consumer<SoftPasskey> lie) throws Exception {
        byte[] user = device.user;
        lie.accept(device);
        assertThat(signIn(here(), device).status()).as(why).isEqualTo(422);
        device.user = user;
        device.origin = origin;
        device.rp = "localhost";
        device.flags = SoftPasskey.PRESENT | SoftPasskey.VERIFIED;
    }

    private Answer add(Visitor visitor, SoftPasskey key, String name) throws Exception {
        Answer page = visitor.get("/account/passkeys");
        Map<String, List<String>> fields = page.fields(MAKE);
        fields.put("name", List.of(name));
        fields.put("answer", List.of(key.make(challenge(page, MAKE), user(page))));
        return visitor.post("/account/passkeys", fields);
    }

    private Answer signIn(Visitor visitor, SoftPasskey key) throws Exception {
        try (visitor) {
            return visitor.post("/sign-in/passkey", answered(visitor.get("/sign-in"), key));
        }
    }

    private Answer signIn(Visitor visitor, UnaryOperator<String> answer) throws Exception {
        try (visitor) {
            Map<String, List<String>> fields = visitor.get("/sign-in").fields(USE);
            fields.put("answer", List.of(answer.apply("")));
            return visitor.post("/sign-in/passkey", fields);
        }
    }

    private static Map<String, List<String>> answered(Answer page, SoftPasskey key)
            throws Exception {
        Map<String, List<String>> fields = page.fields(USE);
        fields.put("answer", List.of(key.use(challenge(page, USE))));
        return fields;
    }

    private static String challenge(Answer page, String form) {
        return page.page().select(form).attr("data-challenge");
    }

    private static String user(Answer page) {
        return page.page().select(MAKE).attr("data-user");
    }

    private String invited(Somebody second, String email) throws Exception {
        Map<String, List<String>> typed = browser.get("/people/invite").fields();
        typed.put("name", List.of("Nia Prawf"));
        typed.put("email", List.of(email));
        typed.put("agency", List.of(agency.toString()));
        typed.put("profession", List.of("HEALTH"));
        typed.put("roles", List.of("MEMBER"));
        return confirmed(second, browser.post("/people/invite", typed));
    }

    private String confirmed(Somebody second, Answer made) throws Exception {
        assertThat(made.text()).contains("The invitation is ready");
        try (Visitor visitor = here()) {
            TestPeople.signIn(visitor, second, 0);
            Answer list = visitor.get("/invitations");
            String action = list.page().select("form[action~=^/invitations/]").last().attr("action");
            visitor.post(action, list.fields("form[action=" + action + "]"));
        }
        return made.page().select("p.diogel-code").text().replaceFirst("^http://[^/]+", "");
    }

    private Visitor here() {
        Visitor visitor = new Visitor(port);
        visitor.headers.put("Host", "localhost:" + port);
        return visitor;
    }

    private long audited(String action) throws Exception {
        return count(
                "select count(*) from audit.entry where action = '%s' and subject = '%s'"
                        .formatted(action, who.id()));
    }

    private static long count(String query) throws Exception {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void sql(String statement) throws Exception {
        try (var connection = TestDatabase.superuser();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
