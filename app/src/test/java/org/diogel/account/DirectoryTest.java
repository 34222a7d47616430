package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.diogel.TestDirectories;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.access.Agency;
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

/// Signing in through an agency's own directory, against a small identity provider. TRUST §7; ASVS
/// 6.8.1, 6.8.2, 6.8.4, 10.1.2, 10.2.1, 10.2.2, 10.5.1 to 10.5.4.
@WebTest
class DirectoryTest {
    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    private TestPeople people;
    private AgencyId agency;
    private Somebody who;
    private Provider provider;
    private Visitor browser;

    @BeforeEach
    void linked() throws Exception {
        // The test before may have shown another key.
        Thread.sleep(1_100);
        people = new TestPeople(app);
        agency = agency("Asiantaeth Un");
        who = people.somebody(agency, Role.MEMBER);
        provider = new Provider();
        browser = new Visitor(port);
        TestPeople.signIn(browser, who, 0);
        assertThat(link(browser, "force").location()).isEqualTo("/account?saved=directory");
    }

    @AfterEach
    void close() {
        browser.close();
        provider.close();
    }

    @Test
    void itOpensTheAccountThatWasLinkedAndNoOther() throws Exception {
        assertThat(signIn("force").location()).isEqualTo("/home");
        assertThat(browser.get("/account").text()).contains("sign in through Gwasanaeth Un");
        assertThat(TestDirectories.PORT).isPositive();
        assertThat(count("select count(*) from messages.delivery where account = '" + who.id()
                        + "' and template = 'sign-in-changed'"))
                .isOne();
        // Her address there is nobody's business here.
        provider.lie = claims -> claims.claim("email", who.email()).claim("email_verified", true);
        provider.subject = "somebody else";
        assertThat(signIn("force").status()).isEqualTo(422);
    }

    @Test
    void ourSecondFactorIsAskedForWhereTheirsIsNotSaid() throws Exception {
        provider.lie = claims -> claims.claim("amr", List.of("pwd"));
        try (Visitor fresh = new Visitor(port)) {
            Answer code = fresh.get(visit(fresh, "force"));
            assertThat(code.status()).isEqualTo(200);
            assertThat(code.text()).contains("Enter your code");
            assertThat(fresh.cookies).doesNotContainKey("__Host-diogel");
            assertThat(TestPeople.code(fresh, code, "000000").status()).isEqualTo(422);
            assertThat(TestPeople.code(fresh, code, who.code(1)).location()).isEqualTo("/home");
        }
    }

    /// Having been signed in there all morning is no factor given just now.
    @Test
    void onlyWhatTheDirectoryAskedJustNowIsFresh() throws Exception {
        long morning = Instant.now().minusSeconds(3600).getEpochSecond();
        for (Object asked : java.util.Arrays.asList(morning, null)) {
            provider.lie = claims -> claims.claim("auth_time", asked);
            try (Visitor fresh = new Visitor(port)) {
                assertThat(fresh.get(visit(fresh, "force")).location()).isEqualTo("/home");
                Answer stopped = fresh.get("/account/passkeys");
                assertThat(stopped.location()).startsWith("/prove?to=");
                provider.lie = claims -> {};
                Answer prove = fresh.follow(stopped);
                Answer page =
                        fresh.post(
                                "/sign-in/directory",
                                prove.fields("form[action=/sign-in/directory]"));
                String there = page.page().select("a.govuk-button").attr("href");
                Answer back = fresh.get(provider.visit(there));
                assertThat(back.location()).isEqualTo("/account/passkeys");
                assertThat(fresh.get("/account/passkeys").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void aTokenThatIsNotAsItMustBeOpensNothing() throws Exception {
        Date past = Date.from(Instant.now().minusSeconds(600));
        Date later = Date.from(Instant.now().plusSeconds(600));
        refused("nonce", c -> c.claim("nonce", "another"));
        refused("no nonce", c -> c.claim("nonce", null));
        refused("audience", c -> c.audience("another client"));
        refused("audiences and no party", c -> c.audience(List.of(TestDirectories.CLIENT, "b")));
        refused("party", c -> c.claim("azp", "another client"));
        refused("issuer", c -> c.issuer(TestDirectories.COUNCIL));
        refused("expired", c -> c.expirationTime(past));
        refused("no end", c -> c.expirationTime(null));
        refused("made in the future", c -> c.issueTime(later));
        refused("tenant", c -> c.claim("tid", "22222222-aaaa-4000-8000-000000000002"));
        refused("no tenant", c -> c.claim("tid", null));
        refused("no subject", c -> c.subject(null));
        provider.token = new PlainJWT(claims()).serialize();
        assertThat(signIn("force").status()).as("unsigned").isEqualTo(422);
        SignedJWT mac = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims());
        mac.sign(new MACSigner(provider.key.toRSAPublicKey().getEncoded()));
        provider.token = mac.serialize();
        assertThat(signIn("force").status()).as("its public key as a password").isEqualTo(422);
        provider.token = "not.a.token";
        assertThat(signIn("force").status()).isEqualTo(422);
        provider.token = null;
        provider.key = Provider.key();
        assertThat(signIn("force").status()).as("a key it never showed").isEqualTo(422);
        provider.key = provider.shown;
        assertThat(signIn("force").location()).as("and as it must be").isEqualTo("/home");
    }

    @Test
    void aNewKeyOfTheDirectoryIsFetched() throws Exception {
        assertThat(signIn("force").location()).isEqualTo("/home");
        provider.key = Provider.key();
        provider.shown = provider.key;
        // A key nobody knows is asked for once a second at most.
        Thread.sleep(1_100);
        assertThat(signIn("force").location()).isEqualTo("/home");
    }

    @Test
    void onlyTheBrowserThatLeftComesBackAndOnlyOnce() throws Exception {
        try (Visitor left = new Visitor(port);
                Visitor other = new Visitor(port)) {
            String back = visit(left, "force");
            assertThat(other.get(back).status()).as("another browser").isEqualTo(422);
            String again = visit(left, "force");
            assertThat(left.get(again.replaceFirst("state=[^&]*", "state=x")).status())
                    .as("another state")
                    .isEqualTo(422);
            assertThat(left.get(again).status()).as("the way is used up").isEqualTo(422);
            String third = visit(left, "force");
            String cookie = left.cookies.get("__Host-directory");
            assertThat(left.get(third).location()).isEqualTo("/home");
            left.cookies.put("__Host-directory", cookie);
            assertThat(left.get(third).status()).as("a code counts once").isEqualTo(422);
            visit(left, "force");
            assertThat(left.get("/sign-in/directory/force?error=access_denied&state=x").status())
                    .isEqualTo(422);
        }
    }

    /// Two directories are not mistaken for each other.
    @Test
    void theAnswerOfAnotherDirectoryOpensNothing() throws Exception {
        try (Visitor left = new Visitor(port)) {
            String back = visit(left, "force");
            assertThat(left.get(back.replace("/force?", "/council?")).status()).isEqualTo(422);
            String named = visit(left, "force") + "&iss=" + TestDirectories.COUNCIL;
            assertThat(left.get(named).status()).isEqualTo(422);
            String right = visit(left, "force") + "&iss=" + TestDirectories.FORCE;
            assertThat(left.get(right).location()).isEqualTo("/home");
            assertThat(left.get("/sign-in/directory/nobody?code=x&state=x").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void suspendedOrMovedAwaySheComesInNoMore() throws Exception {
        sql("update account.account set status = 'suspended' where id = '" + who.id() + "'");
        assertThat(signIn("force").status()).as("suspended").isEqualTo(422);
        sql("update account.account set status = 'active' where id = '" + who.id() + "'");
        AgencyId elsewhere = people.agency("Asiantaeth Arall " + System.nanoTime());
        sql("update account.account set agency_id = '%s' where id = '%s'"
                .formatted(elsewhere, who.id()));
        assertThat(signIn("force").status()).as("of another agency").isEqualTo(422);
        sql("update account.account set agency_id = '%s' where id = '%s'"
                .formatted(agency, who.id()));
        assertThat(signIn("force").location()).isEqualTo("/home");
    }

    @Test
    void nobodyLinksWhatIsAnothersOrOfAnotherAgency() throws Exception {
        Somebody second = people.somebody(agency, Role.MEMBER);
        Somebody stranger = people.somebody(people.agency("Dim " + System.nanoTime()), Role.MEMBER);
        try (Visitor hers = new Visitor(port);
                Visitor strange = new Visitor(port)) {
            TestPeople.signIn(hers, second, 0);
            assertThat(link(hers, "force").status()).as("somebody's already").isEqualTo(422);
            // Begun by one, finished by another.
            provider.subject = "new";
            String back = leave(hers, "/account/directory", "force");
            hers.cookies.put("__Host-diogel", browser.cookies.get("__Host-diogel"));
            assertThat(hers.get(back).status()).isEqualTo(422);
            TestPeople.signIn(strange, stranger, 0);
            Map<String, List<String>> fields =
                    strange.get("/account").fields("form[action=/account/language]");
            fields.put("directory", List.of("force"));
            Answer page = strange.post("/account/directory", fields);
            String there = page.page().select("a.govuk-button").attr("href");
            assertThat(strange.get(provider.visit(there)).status()).isEqualTo(422);
        }
    }

    @Test
    void linkingAsksForAFreshFactorAndCanBeTakenBack() throws Exception {
        TestPeople.stale(who);
        Map<String, List<String>> fields =
                browser.get("/account").fields("form[action$=/force/remove]");
        Answer asked = browser.post("/account/directory/force/remove", fields);
        Map<String, List<String>> proof = asked.fields();
        proof.put("code", List.of(who.code(1)));
        assertThat(browser.post("/prove", proof).location())
                .isEqualTo("/account?saved=directory-removed");
        assertThat(signIn("force").status()).isEqualTo(422);
    }

    @Test
    void whoeverWasInvitedJoinsThroughItOnce() throws Exception {
        Somebody administrator = people.somebody(agency, Role.ADMINISTRATOR);
        Invitations invitations = app.getBean(Invitations.class);
        String email = "new-" + System.nanoTime() + "@example.invalid";
        var asked =
                new Invitations.Asked(
                        "Nia Prawf",
                        Email.of(email).orElseThrow(),
                        agency,
                        Profession.HEALTH,
                        Set.of(Role.MEMBER));
        String link =
                Acting.as(new Actor.Task("set-up"), "set-up", () -> invitations.invite(asked)).link();
        provider.subject = "nia";
        assertThat(administrator).isNotNull();
        try (Visitor joins = new Visitor(port)) {
            provider.lie = claims -> claims.claim("amr", List.of("pwd"));
            assertThat(join(joins, link).status()).as("one factor is not enough").isEqualTo(422);
            provider.lie = claims -> {};
            assertThat(join(joins, link).location()).isEqualTo("/account?saved=directory");
            Answer own = joins.get("/account");
            assertThat(own.text()).contains(email).contains("have no password");
            Map<String, List<String>> only = own.fields("form[action$=/force/remove]");
            assertThat(joins.post("/account/directory/force/remove", only).location())
                    .as("her only way in stays")
                    .endsWith("directory-only");
            assertThat(joins.get("/invitation/" + link).status()).isEqualTo(404);
        }
        assertThat(signIn("force").location()).isEqualTo("/home");
    }

    @Test
    void aFormThatWasHeldWaitsUntilSheIsBack() throws Exception {
        Map<String, List<String>> fields =
                browser.get("/account").fields("form[action=/account/language]");
        fields.put("language", List.of("cy"));
        fields.put("more", List.of(random()));
        browser.cookies.remove("__Host-diogel");
        Answer asked = browser.post("/account/language", fields);
        Map<String, List<String>> go =
                asked.page().select("form[action=/sign-in/directory]").isEmpty()
                        ? Map.of()
                        : asked.fields("form:has(input[value=force])");
        Answer page = browser.post("/sign-in/directory", go);
        Answer back =
                browser.get(provider.visit(page.page().select("a.govuk-button").attr("href")));
        assertThat(back.fields("form[action=/account/language]").get("language"))
                .containsExactly("cy");
    }

    @Test
    void aDirectoryThatIsAwayOrAnotherIsSaid() throws Exception {
        provider.close();
        try (Visitor fresh = new Visitor(port)) {
            Map<String, List<String>> fields =
                    fresh.get("/sign-in").fields("form:has(input[value=council])");
            assertThat(fresh.post("/sign-in/directory", fields).status()).isEqualTo(422);
            provider = new Provider();
            provider.says = document -> document.put("issuer", TestDirectories.FORCE);
            assertThat(fresh.post("/sign-in/directory", fields).status()).isEqualTo(422);
        }
    }

    private void refused(String why, Consumer<JWTClaimsSet.Builder> lie) throws Exception {
        provider.lie = lie;
        assertThat(signIn("force").status()).as(why).isEqualTo(422);
        provider.lie = claims -> {};
    }

    private JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(TestDirectories.FORCE)
                .subject(provider.subject)
                .audience(TestDirectories.CLIENT)
                .build();
    }

    private Answer signIn(String directory) throws Exception {
        try (Visitor fresh = new Visitor(port)) {
            return fresh.get(visit(fresh, directory));
        }
    }

    /// To the directory and as far as the address it sends her back to.
    private String visit(Visitor visitor, String directory) throws Exception {
        return leave(visitor, "/sign-in/directory", directory);
    }

    private Answer link(Visitor visitor, String directory) throws Exception {
        return visitor.get(leave(visitor, "/account/directory", directory));
    }

    private String leave(Visitor visitor, String action, String directory) throws Exception {
        String from = action.startsWith("/account") ? "/account" : "/sign-in";
        Map<String, List<String>> fields =
                visitor.get(from)
                        .fields("form[action=" + action + "]:has(input[value=" + directory + "])");
        Answer page = visitor.post(action, fields);
        assertThat(page.status()).isEqualTo(200);
        return provider.visit(page.page().select("a.govuk-button").attr("href"));
    }

    private Answer join(Visitor visitor, String link) throws Exception {
        Map<String, List<String>> fields =
                visitor.get("/invitation/" + link).fields("form[action=/invitation/directory]");
        Answer page = visitor.post("/invitation/directory", fields);
        return visitor.get(provider.visit(page.page().select("a.govuk-button").attr("href")));
    }

    private AgencyId agency(String name) {
        Access access = app.getBean(Access.class);
        return Acting.as(
                        new Actor.Task("set-up"),
                        "set-up",
                        () ->
                                access.listAgencies().stream()
                                        .filter(a -> a.name().equals(name))
                                        .map(Agency::id)
                                        .findFirst())
                .orElseGet(() -> people.agency(name));
    }

    /// Long, and not to be pressed smaller.
    private static String random() {
        StringBuilder all = new StringBuilder();
        while (all.length() < 4000) {
            all.append(java.util.UUID.randomUUID());
        }
        return all.toString();
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
