package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.diogel.WebTest;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.database.TestDatabase;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.diogel.web.NotHere;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever loses her phone or her password comes back in, and nobody else does.
@WebTest
class LostTest {
    private static final String OTHER = "tri chwch oren mewn cae";

    @LocalServerPort int port;
    @Autowired ApplicationContext app;
    @Autowired PlatformTransactionManager transactions;

    private TestPeople people;
    private AgencyId agency;
    private Visitor browser;

    @BeforeEach
    void anAgency() {
        people = new TestPeople(app);
        agency = people.agency("Prosiect Coll " + System.nanoTime());
        browser = new Visitor(port);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void withARecoveryCodeSheSetsUpAnotherPhone() throws Exception {
        Somebody who = people.somebody(agency, Role.CASEWORKER);
        TestPeople.signIn(browser, who, 0);
        List<String> codes = newCodes(browser);
        try (Visitor fresh = new Visitor(port)) {
            Answer in = recovery(fresh, who, codes.get(0));
            assertThat(in.text()).contains("Have you lost your phone").contains("/account/app");
            TestPeople.stale(who);
            Map<String, List<String>> ask = fresh.follow(fresh.get("/account/app")).fields();
            ask.put("code", List.of(codes.get(0)));
            assertThat(fresh.post("/prove", ask).status()).as("used already").isEqualTo(422);
            ask.put("code", List.of(codes.get(1).toLowerCase(java.util.Locale.ROOT)));
            Answer picture = fresh.follow(fresh.post("/prove", ask));
            assertThat(picture.status()).isEqualTo(200);
            Map<String, List<String>> fields = picture.fields();
            fields.put("code", List.of("000000"));
            assertThat(fresh.post("/account/app/code", fields).status()).isEqualTo(422);
            fields.put("code", List.of(shown(picture)));
            assertThat(fresh.post("/account/app/code", fields).location())
                    .isEqualTo("/account?saved=app");
            assertThat(fresh.get("/account?saved=app").text())
                    .contains("Your codes come from the new phone now");
            assertThat(browser.get("/account").status()).as("other sessions").isEqualTo(303);
            assertThat(audited("account.app-changed", who)).isOne();
            // What she has left can be renewed without the app, too.
            assertThat(newCodes(fresh)).hasSize(10);
        }
        try (Visitor finder = new Visitor(port)) {
            Answer old = TestPeople.password(finder, who, TestPeople.PASSWORD);
            assertThat(TestPeople.code(finder, old, who.code(1)).status())
                    .as("the lost phone's code")
                    .isEqualTo(422);
        }
    }

    @Test
    void theSecretOfAnotherPersonsNewPhoneIsNotTaken() throws Exception {
        Somebody who = people.somebody(agency, Role.CASEWORKER);
        Somebody other = people.somebody(agency, Role.CASEWORKER);
        TestPeople.signIn(browser, who, 0);
        Answer picture = browser.get("/account/app");
        Map<String, List<String>> fields = picture.fields();
        fields.put("code", List.of(shown(picture)));
        try (Visitor hers = new Visitor(port)) {
            TestPeople.signIn(hers, other, 0);
            fields.put("_csrf", hers.get("/account/app").fields().get("_csrf"));
            assertThat(hers.post("/account/app/code", fields).location())
                    .isEqualTo("/account/app");
        }
        assertThat(audited("account.app-changed", who)).isZero();
    }

    @Test
    void anAdministratorMakesANewInvitationAndTheAccountStays() throws Exception {
        Somebody administrator = people.somebody(agency, Role.ADMINISTRATOR);
        Somebody lead = people.somebody(agency, Role.SAFEGUARDING_LEAD);
        Somebody who = people.somebody(agency, Role.CASEWORKER, Role.ANALYST);
        TestPeople.signIn(browser, who, 0);
        String link;
        try (Visitor admin = new Visitor(port)) {
            TestPeople.signIn(admin, administrator, 0);
            link = again(admin, who);
            assertThat(browser.get("/account").status()).as("her session").isEqualTo(303);
            assertThat(browser.get(link).status()).as("before it is confirmed").isEqualTo(404);
            String second = again(admin, who);
            confirm(lead);
            assertThat(browser.get(link).status()).as("the link before").isEqualTo(404);
            link = second;
        }
        Answer welcome = browser.get(link);
        assertThat(welcome.text()).contains(who.email());
        Map<String, List<String>> chosen = welcome.fields();
        chosen.put("password", List.of(OTHER));
        Answer picture = browser.post("/invitation", chosen);
        Map<String, List<String>> fields = picture.fields();
        String first = shown(picture);
        fields.put("code", List.of(first));
        Answer codes = browser.post("/invitation/code", fields);
        assertThat(codes.page().select("ul.diogel-code li")).hasSize(10);
        Answer own = browser.get("/account");
        assertThat(own.text()).contains(who.email()).contains("Caseworker").contains("Analyst");
        assertThat(audited("account.set-up-again", who)).isOne();
        try (Visitor finder = new Visitor(port)) {
            assertThat(TestPeople.password(finder, who, TestPeople.PASSWORD).status())
                    .as("the old password")
                    .isEqualTo(422);
            Answer step =
                    TestPeople.password(finder, finder.get("/sign-in"), who.email(), OTHER);
            assertThat(TestPeople.code(finder, step, who.code(1)).status())
                    .as("the old phone")
                    .isEqualTo(422);
        }
    }

    @Test
    void nobodyMakesOneForHerselfOrForASuspendedAccount() throws Exception {
        Somebody administrator = people.somebody(agency, Role.ADMINISTRATOR);
        Invitations invitations = app.getBean(Invitations.class);
        Somebody gone = people.somebody(agency, Role.MEMBER);
        Actor.Person acting =
                new Actor.Person(administrator.id(), agency, Set.of(Role.ADMINISTRATOR));
        Acting.run(
                acting,
                "work",
                () -> {
                    app.getBean(People.class).setActive(gone.id(), false);
                    for (Somebody one : List.of(gone, administrator)) {
                        assertThatThrownBy(() -> invitations.inviteAgain(one.id()))
                                .isInstanceOf(NotHere.class);
                    }
                });
    }

    /// Where there is a mail server the link goes to her and is on nobody's screen.
    @Test
    void byMailTheLinkReachesNobodyElse() {
        Somebody administrator = people.somebody(agency, Role.ADMINISTRATOR);
        Somebody who = people.somebody(agency, Role.CASEWORKER);
        List<String> sent = new ArrayList<>();
        Inviting byMail = inviting((address, link) -> sent.add(address + " " + link));
        Inviting refused =
                inviting(
                        (address, link) -> {
                            throw new IllegalStateException(address);
                        });
        Acting.run(
                new Actor.Person(administrator.id(), agency, Set.of(Role.ADMINISTRATOR)),
                "work",
                () -> {
                    int before = app.getBean(People.class).waiting().size();
                    Inviting.Sent one =
                            whole(() -> byMail.inviteAgain(who.id(), l -> "https://x.invalid/" + l))
                                    .orElseThrow();
                    assertThat(one.link()).isEmpty();
                    assertThat(one.waits()).isFalse();
                    assertThat(sent).singleElement().asString().startsWith(who.email() + " https:");
                    String link = sent.getFirst().replaceFirst("^.*/", "");
                    assertThat(app.getBean(Invitations.class).find(link)).isPresent();
                    assertThat(whole(() -> refused.inviteAgain(who.id(), l -> l))).isEmpty();
                    assertThat(app.getBean(People.class).waiting())
                            .as("nobody stays asked when the mail was not taken")
                            .hasSize(before);
                });
    }

    /// Made by hand, the doors begin no transaction of their own.
    private <T> T whole(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(_ -> work.get());
    }

    private Inviting inviting(LinkPost post) {
        People around = app.getBean(People.class);
        Invitations invitations =
                new Invitations(
                        app.getBean(SignInWork.class),
                        app.getBean(InvitationStore.class),
                        app.getBean(AccountStore.class),
                        app.getBean(CredentialStore.class),
                        app.getBean(Passkeys.class),
                        app.getBean(DirectorySignIns.class),
                        app.getBean(AccountSecrets.class),
                        Optional.of(post),
                        app.getBean(org.diogel.audit.Audit.class),
                        app.getBean(java.time.Clock.class));
        return new Inviting(invitations, around, Optional.of(post));
    }

    private String again(Visitor admin, Somebody who) throws Exception {
        String action = "/people/" + who.id() + "/invite";
        Answer made =
                admin.post(action, admin.get("/people").fields("form[action=" + action + "]"));
        assertThat(made.text()).contains("The invitation is ready");
        return made.page().select("p.diogel-code").text().replaceFirst("^http://[^/]+", "");
    }

    private void confirm(Somebody second) throws Exception {
        try (Visitor visitor = new Visitor(port)) {
            TestPeople.signIn(visitor, second, 0);
            Answer list = visitor.get("/invitations");
            String action = list.page().select("form[action~=^/invitations/]").last().attr("action");
            visitor.post(action, list.fields("form[action=" + action + "]"));
        }
    }

    private static List<String> newCodes(Visitor visitor) throws Exception {
        Map<String, List<String>> fields =
                visitor.get("/account/recovery-codes")
                        .fields("form[action=/account/recovery-codes]");
        return visitor.post("/account/recovery-codes", fields)
                .page()
                .select("ul.diogel-code li")
                .eachText();
    }

    private static Answer recovery(Visitor visitor, Somebody who, String code) throws Exception {
        Answer step = TestPeople.password(visitor, who, TestPeople.PASSWORD);
        Map<String, List<String>> fields = step.fields("form[action=/sign-in/recovery]");
        fields.put("recovery", List.of(code));
        return visitor.post("/sign-in/recovery", fields);
    }

    private static String shown(Answer picture) {
        String secret = picture.page().select("p.diogel-code").text().replace(" ", "");
        return OneTimeCodes.current(secret, Instant.now());
    }

    private static long audited(String action, Somebody about) throws Exception {
        try (var connection = TestDatabase.superuser();
                var sql =
                        connection.prepareStatement(
                                "select count(*) from audit.entry where action = ? and subject = ?")) {
            sql.setString(1, action);
            sql.setObject(2, about.id().value());
            try (var rows = sql.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
