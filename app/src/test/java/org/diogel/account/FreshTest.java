package org.diogel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diogel.WebTest;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Role;
import org.diogel.kernel.SettingRefused;
import org.diogel.trust.Answer;
import org.diogel.trust.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// What `fresh` in `authorisation.csv` asks for, and that nothing typed is lost on the way. TRUST §5 A9,
/// E2; ASVS 7.5.3.
@WebTest
class FreshTest {
    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    private TestPeople people;
    private AgencyId agency;
    private Somebody who;
    private Visitor browser;

    @BeforeEach
    void signedInAnHourAgo() throws Exception {
        people = new TestPeople(app);
        agency = people.agency("Prosiect Ffres " + System.nanoTime());
        who = people.somebody(agency, Role.ADMINISTRATOR);
        browser = new Visitor(port);
        TestPeople.signIn(browser, who, 0);
        TestPeople.stale(who);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aFormGoesOnExactlyWhereItWasUnderANewSession() throws Exception {
        Map<String, List<String>> typed = invitation();
        // What a device remembers does not matter here: she is signed in.
        browser.cookies.remove("__Host-device");
        Answer asked = browser.post("/people/invite", typed);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text())
                .contains("Show that it is you")
                .contains("What you typed is kept")
                .doesNotContain("Mair Prawf");
        String before = browser.cookies.get("__Host-diogel");
        Map<String, List<String>> proof = asked.fields();
        proof.put("code", List.of("000000"));
        Answer wrong = browser.post("/prove", proof);
        assertThat(wrong.status()).isEqualTo(422);
        Map<String, List<String>> again = wrong.fields();
        again.put("code", List.of(who.code(1)));
        Answer done = browser.post("/prove", again);
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.text()).contains("The invitation is ready").contains("Mair Prawf");
        assertThat(browser.cookies.get("__Host-diogel")).isNotEqualTo(before);
        // And for the next ten minutes nobody asks again.
        assertThat(browser.post("/people/invite", invitation()).text())
                .contains("The invitation is ready");
    }

    @Test
    void whatHasToBeMendedIsShownWithEverythingTyped() throws Exception {
        Map<String, List<String>> typed = invitation();
        typed.remove("roles");
        Answer done = prove(browser.post("/people/invite", typed));
        assertThat(done.status()).isEqualTo(422);
        assertThat(done.fields().get("name")).containsExactly("Mair Prawf");
    }

    @Test
    void aPageIsAskedForAgainAfterwards() throws Exception {
        Answer asked = browser.get("/account/app");
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.location()).startsWith("/prove?to=");
        Answer on = prove(browser.follow(asked));
        assertThat(on.location()).isEqualTo("/account/app");
        assertThat(browser.follow(on).text()).contains("Codes will come from the new phone only");
    }

    @Test
    void whatIsNotThereIsNotThereAfterwardsEither() throws Exception {
        Map<String, List<String>> fields = browser.get("/people/invite").fields();
        Answer asked = browser.post("/people/" + UUID.randomUUID() + "/invite", fields);
        assertThat(prove(asked).status()).isEqualTo(404);
    }

    @Test
    void aFormHeldForSomebodyElseGoesNowhere() throws Exception {
        Answer asked = browser.post("/people/invite", invitation());
        String held = asked.fields().get("held").getFirst();
        Somebody other = people.somebody(agency, Role.ADMINISTRATOR);
        try (Visitor hers = new Visitor(port)) {
            TestPeople.signIn(hers, other, 0);
            Map<String, List<String>> fields = hers.get("/prove").fields();
            fields.put("held", List.of(held));
            fields.put("code", List.of(other.code(1)));
            Answer on = hers.post("/prove", fields);
            assertThat(on.status()).isEqualTo(303);
            assertThat(on.location()).isEqualTo("/home");
        }
    }

    /// One nobody had signed in for may be anybody's: it is never sent by showing a code.
    @Test
    void aFormThatNobodyOwnsGoesNowhere() throws Exception {
        Map<String, List<String>> typed = invitation();
        String held =
                app.getBean(HeldForms.class)
                        .hold("/people/invite", Map.of("name", new String[] {"Mallory"}));
        Map<String, List<String>> fields = browser.get("/prove").fields();
        fields.put("held", List.of(held));
        fields.put("code", List.of(who.code(1)));
        assertThat(browser.post("/prove", fields).location()).isEqualTo("/home");
        assertThat(typed).isNotEmpty();
    }

    /// Switching the language sends nothing, now or afterwards.
    @Test
    void theLanguageSwitchOfAFormNeedsNoCode() throws Exception {
        Map<String, List<String>> typed = invitation();
        typed.put("lang", List.of("cy"));
        Answer welsh = browser.post("/people/invite", typed);
        assertThat(welsh.status()).isEqualTo(200);
        assertThat(welsh.page().select("html").attr("lang")).isEqualTo("cy");
        assertThat(welsh.fields().get("name")).containsExactly("Mair Prawf");
        Map<String, List<String>> asked = browser.post("/people/invite", invitation()).fields();
        asked.put("lang", List.of("en"));
        asked.put("code", List.of(who.code(1)));
        Answer english = browser.post("/prove", asked);
        assertThat(english.text()).contains("Show that it is you");
        assertThat(english.fields().get("held")).isEqualTo(asked.get("held"));
    }

    @Test
    void whoMayNotIsNotAskedForACodeButFindsNothing() throws Exception {
        Somebody member = people.somebody(agency, Role.MEMBER);
        try (Visitor hers = new Visitor(port)) {
            TestPeople.signIn(hers, member, 0);
            TestPeople.stale(member);
            Map<String, List<String>> fields = hers.get("/prove").fields();
            assertThat(hers.post("/people/invite", fields).status()).isEqualTo(404);
        }
    }

    @Test
    void theTimeIsASettingWithinReason() {
        assertThat(new SignInSettings(Duration.ofMinutes(15), "", "").fresh()).hasMinutes(15);
        for (Duration wrong : List.of(Duration.ofSeconds(59), Duration.ofMinutes(16))) {
            assertThatThrownBy(() -> new SignInSettings(wrong, "", ""))
                    .isInstanceOf(SettingRefused.class)
                    .hasMessageContaining("1m to 15m");
        }
    }

    private Map<String, List<String>> invitation() throws Exception {
        Map<String, List<String>> typed = browser.get("/people/invite").fields();
        typed.put("name", List.of("Mair Prawf"));
        typed.put("email", List.of("mair-" + System.nanoTime() + "@example.invalid"));
        typed.put("agency", List.of(agency.toString()));
        typed.put("profession", List.of("HEALTH"));
        typed.put("roles", List.of("ANALYST"));
        return typed;
    }

    private Answer prove(Answer asked) throws Exception {
        Map<String, List<String>> fields = asked.fields();
        fields.put("code", List.of(who.code(1)));
        return browser.post("/prove", fields);
    }
}
