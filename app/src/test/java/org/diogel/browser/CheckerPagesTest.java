package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.diogel.WebTest;
import org.diogel.database.TestDatabase;
import org.diogel.demo.DemoPartnership;
import org.diogel.kernel.Lang;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// From the first page to an answer, found and not found, in the browser.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckerPagesTest {

    private static final String CARDS = ".govuk-summary-card";

    @LocalServerPort int port;
    @Autowired DemoPartnership demo;
    @Autowired Clock clock;

    @BeforeAll
    void fill() throws Exception {
        demo.load();
        try (var superuser = TestDatabase.superuser();
                var sql = superuser.createStatement()) {
            sql.execute("UPDATE account.account SET created_at = now() - interval '90 days'");
        }
    }

    @ParameterizedTest
    @MethodSource("org.diogel.kernel.Lang#whole")
    void somebodyFindsThePlanAndAMemberChecks(Lang lang) {
        boolean welsh = lang.equals(Lang.CY);
        try (Window window = open(Look.in(lang))) {
            window.go("/").press(welsh ? "Gwirio cyn cyfarfod" : "Check before you meet").check();
            assertThat(window.path()).isEqualTo("/before");
            assertThat(window.page().locator("#plan").count()).isOne();
            Screens.shot(window, "before-" + lang.tag());
            window.press(welsh ? "Rwy’n aelod: mewngofnodi a gwirio" : "I am a member: sign in and check");
            Cast.enter(window, welsh ? "tomos" : "mali", clock);
            window.go("/check").check();

            window.fill("what", "07700 900 177");
            look(window);
            assertThat(window.page().locator(CARDS).count()).isOne();
            assertThat(window.text())
                    .contains(welsh ? "Mae rhybudd" : "There is a warning")
                    .contains(welsh ? "Peidiwch â dweud bod rhybudd" : "Do not say that there is a warning");
            Screens.shot(window, "found-" + lang.tag(), 1800);
            String before = left(window);
            window.follow(() -> window.page().reload());
            assertThat(left(window)).as("a reload costs nothing").isEqualTo(before);

            window.fill("what", "Q100 D1O");
            look(window);
            assertThat(window.text()).contains(welsh ? "Efallai fod rhybudd" : "There may be a warning");

            window.fill("what", "nobody.at.all@diogel.invalid");
            look(window);
            assertThat(window.page().locator(CARDS).count()).isZero();
            assertThat(window.text())
                    .contains(
                            welsh
                                    ? "Nid yw peidio â chael hyd i rybudd yn golygu ei bod yn ddiogel."
                                    : "No warning found does not mean safe.");
            Screens.shot(window, "none-" + lang.tag());
            window.onPaper(
                    () -> assertThat(window.page().locator("#plan").isVisible()).isTrue());
            assertThat(window.path()).as("nothing of it in the address").isEqualTo("/check");

            // What cannot be read stays where it was typed.
            window.fill("what", "C?51A??");
            look(window);
            assertThat(window.field("what").inputValue()).isEqualTo("C?51A??");
        }
    }

    /// Also on the narrowest window, without scripts.
    @Test
    void aMemberChecksWithScriptsOff() {
        try (Window window = open(Look.in(Lang.EN).narrow().withoutScripts())) {
            Cast.signIn(window, "rhian", clock);
            window.go("/check").check();
            window.fill("what", "@Rob_Books on Telegram").tick("kind", "handle");
            look(window);
            assertThat(window.page().locator(CARDS).count()).isOne();
            window.follow(window.page().locator("a[href^='/messages/']").first()).check();
        }
    }

    @ParameterizedTest
    @MethodSource("org.diogel.kernel.Lang#whole")
    void theDeskSearchesByAPart(Lang lang) {
        try (Window window = open(Look.in(lang))) {
            Cast.signIn(window, lang.equals(Lang.CY) ? "ffion" : "dewi", clock);
            window.go("/search").check();
            window.tick("kind", "vehicle").fill("part", "Q?00D");
            window.follow(window.page().locator("#form button.govuk-button").first()).check();
            assertThat(window.text()).contains(lang.equals(Lang.CY) ? "Dewiswch pam" : "Choose why");
            window.tick("purpose", "same-person");
            window.follow(window.page().locator("#form button.govuk-button").first()).check();
            assertThat(window.page().locator("main tbody a").count()).isPositive();
            assertThat(window.path()).isEqualTo("/search");
            Screens.shot(window, "search-" + lang.tag());
        }
        try (Window window = open(Look.in(lang))) {
            Cast.signIn(window, lang.equals(Lang.CY) ? "dilys" : "alun", clock);
            window.go("/looks").check();
        }
    }

    private static void look(Window window) {
        window.follow(window.page().locator("#form button.govuk-button").first()).check();
    }

    private static String left(Window window) {
        return window.page().locator("#form + p").innerText();
    }

    private Window open(Look look) {
        return Window.open("http://127.0.0.1:" + port, look);
    }
}
