package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.List;
import org.diogel.WebTest;
import org.diogel.database.TestDatabase;
import org.diogel.demo.DemoPartnership;
import org.diogel.kernel.Lang;
import org.diogel.web.Languages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What people really do to a form, in a browser: a clear page in their language, and nothing that
/// was acknowledged or typed is lost. What needs no browser is in `org.diogel.report.JourneyTest`
/// and `org.diogel.account.SignInTest`.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final String MIXED = "Ŵyneb 😀👩🏽‍🦱 שלום مرحبا \u202edrow\u202c <b>&amp; {0}";

    @LocalServerPort int port;
    @Autowired DemoPartnership demo;
    @Autowired Languages languages;
    @Autowired Clock clock;

    @BeforeAll
    void fill() {
        demo.load();
    }

    @ParameterizedTest
    @MethodSource("org.diogel.kernel.Lang#whole")
    void aWrongCodeIsExplainedBesideTheFieldAndKept(Lang lang) {
        try (Window window = open(Look.in(lang))) {
            window.go("/code").fill("code", "7Q2M K4TD 0000 0000").submit();
            window.check();
            assertThat(window.field("code").inputValue()).isEqualTo("7Q2M K4TD 0000 0000");
            assertThat(window.page().title()).startsWith(t(lang, "web.error.prefix"));
            assertThat(window.page().locator("#code-error").innerText())
                    .contains(t(lang, "report.error.code.slip"));
            window.page().locator(".govuk-error-summary a").click();
            assertThat(window.page().locator("#code").evaluate("e => e === document.activeElement"))
                    .isEqualTo(true);
        }
    }

    @Test
    void enterInAFieldSendsTheFormAndDoesNotChangeTheLanguage() {
        for (Look look : List.of(Look.in(Lang.EN), Look.in(Lang.EN).withoutScripts())) {
            try (Window window = open(look)) {
                window.go("/code").fill("code", "7Q2M");
                window.follow(() -> window.page().keyboard().press("Enter"));
                assertThat(window.page().locator("html").getAttribute("lang")).isEqualTo("en");
                assertThat(window.page().locator("#code-error").count()).isOne();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void changingAnAnswerKeepsWhatWasChosenOnTheLastPage(boolean scripts) {
        Look look = Look.in(Lang.EN);
        try (Window window = open(scripts ? look : look.withoutScripts())) {
            begin(window);
            window.go("/tell/what").tick("what.kinds", "threats").submit();
            window.go("/tell/check").tick("sharing", "members").tick("child", "no").tick("life", "unsure");
            window.follow(window.page().locator("button[name=do][value=what]")).check();
            assertThat(window.path()).isEqualTo("/tell/what");
            window.tick("what.kinds", "robbery").submit().check();
            assertThat(window.path()).isEqualTo("/tell/check");
            assertThat(window.page().locator("#sharing-members").isChecked()).isTrue();
            assertThat(window.page().locator("input[name=child][value=no]").isChecked()).isTrue();
            assertThat(window.page().locator("input[name=life][value=unsure]").isChecked()).isTrue();
            window.press(t(Lang.EN, "report.later")).check();
            assertThat(window.path()).isEqualTo("/tell/code");
        }
    }

    @ParameterizedTest
    @MethodSource("org.diogel.kernel.Lang#whole")
    void whyNothingCanBeSharedForSomebodyElseIsReadable(Lang lang) {
        for (Look look : List.of(Look.in(lang), Look.in(lang).narrow().dark())) {
            try (Window window = open(look)) {
                begin(window);
                window.go("/tell/who").tick("who.for", "other").tick("who.agreement", "no").submit();
                window.check();
                assertThat(window.path()).isEqualTo("/tell/sharing");
                assertThat(window.text()).contains(t(lang, "report.sharing.not-theirs"));
                assertThat(window.page().locator("#sharing-members").isEnabled()).isFalse();
                window.go("/tell/what").tick("what.kinds", "threats").submit();
                window.go("/tell/check").check();
                assertThat(window.text())
                        .contains(t(lang, "report.sharing.not-theirs"))
                        .contains(t(lang, "report.sharing.shut"));
                assertThat(window.page().locator("#sharing-members").isEnabled()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.diogel.kernel.Lang#whole")
    void anEmptyFormSaysWhatIsMissing(Lang lang) {
        try (Window window = open(Look.in(lang))) {
            begin(window);
            window.go("/tell/check").submit().check();
            assertThat(window.page().locator(".govuk-error-summary").innerText())
                    .contains(t(lang, "report.error.nothing"));
        }
    }

    @Test
    void everyScriptAndTenThousandCharactersComeBackAsTheyWereTyped() {
        String typed = MIXED + "\n" + "hir ".repeat(2_500) + "diwedd";
        try (Window window = open(Look.in(Lang.CY))) {
            begin(window);
            window.go("/tell/words").fill("words", typed);
            window.follow(window.page().locator(".diogel-language__switch[value=en]"));
            assertThat(window.page().locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(window.field("words").inputValue()).isEqualTo(typed);
            window.submit();
            window.go("/tell/words");
            assertThat(window.field("words").inputValue()).isEqualTo(typed);
        }
    }

    @Test
    void anAnswerThatIsTooLongIsShownAgainWhole() {
        String typed = "w".repeat(20_050);
        try (Window window = open(Look.in(Lang.EN))) {
            begin(window);
            window.go("/tell/words").fill("words", typed).submit();
            window.check();
            assertThat(window.field("words").inputValue()).isEqualTo(typed);
            assertThat(window.page().locator(".govuk-error-summary").innerText()).contains("50");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDoubleClickSendsOnce(boolean scripts) {
        Look look = Look.in(Lang.EN);
        try (Window window = open(scripts ? look : look.withoutScripts())) {
            String code = begin(window);
            window.go("/tell/what").tick("what.kinds", "threats").submit();
            window.go("/tell/check").tick("child", "no").tick("life", "no");
            Page page = window.page();
            page.locator("#form button[type=submit]").last().dblclick();
            page.waitForURL("**/receipt");
            assertThat(page.locator("#code-shown").innerText()).isEqualTo(code);
            page.goBack();
            window.go("/receipt");
            assertThat(page.locator(".diogel-timeline li").count()).isEqualTo(1);
        }
    }

    @Test
    void goingBackShowsWhatWasAnsweredAndChangingItCounts() {
        try (Window window = open(Look.in(Lang.EN))) {
            begin(window);
            window.go("/tell/what").tick("what.kinds", "threats").submit();
            window.page().goBack();
            assertThat(window.page().locator("input[value=threats]").isChecked()).isTrue();
            window.tick("what.kinds", "robbery").submit();
            window.go("/tell/check");
            assertThat(window.text())
                    .contains(t(Lang.EN, "report.o.what.kinds.robbery"))
                    .contains(t(Lang.EN, "report.o.what.kinds.threats"));
        }
    }

    @Test
    void twoTabsShowBothTextsAndOverwriteNothing() {
        try (Window window = open(Look.in(Lang.EN))) {
            begin(window);
            window.go("/tell/words");
            Page other = window.anotherTab();
            other.navigate(window.page().url());
            other.locator("[name=words]").fill("written in the second tab");
            other.locator("#form button[type=submit]").first().click();
            other.waitForURL("**/tell/them");
            window.fill("words", "written in the first tab").submit();
            window.check();
            assertThat(window.field("words").inputValue()).isEqualTo("written in the first tab");
            assertThat(window.text())
                    .contains("written in the second tab")
                    .contains(t(Lang.EN, "report.changed.title"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.diogel.kernel.Lang#whole")
    void aSessionThatEndedInTheMiddleLosesNothingTyped(Lang lang) {
        try (Window window = open(Look.in(lang))) {
            Cast.signIn(window, lang == Lang.EN ? "sioned" : "nerys", clock);
            window.go("/queue").follow(window.page().locator("tbody a").first());
            String report = window.path();
            window.go(report + "/message").check();
            String field = window.page().locator("#form textarea").getAttribute("name");
            window.fill(field, "typed before the session ended ŵ");
            window.context()
                    .clearCookies(
                            new BrowserContext.ClearCookiesOptions().setName("__Host-diogel"));
            window.submit().check();
            assertThat(window.text()).contains(t(lang, "account.sign-in.kept"));
            Cast.enter(window, lang == Lang.EN ? "sioned" : "nerys", clock);
            window.check();
            window.press(t(lang, "account.carry-on")).check();
            window.go(report + "/original");
            window.tick("purpose", "answer-message").submit();
            assertThat(window.text()).contains("typed before the session ended ŵ");
        }
    }

    @ParameterizedTest
    @MethodSource("org.diogel.kernel.Lang#whole")
    void aDatabaseThatWentAwayIsSaidAndThePageCanBeSentAgain(Lang lang) throws Exception {
        try (Window window = open(Look.in(lang))) {
            begin(window);
            window.go("/tell/words").fill("words", "typed while it was gone 😀");
            try (var admin = TestDatabase.superuser();
                    var sql = admin.createStatement()) {
                sql.execute("REVOKE CONNECT ON DATABASE diogel FROM diogel_app");
                sql.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename ="
                                + " 'diogel_app'");
                try {
                    window.submit();
                } finally {
                    sql.execute("GRANT CONNECT ON DATABASE diogel TO diogel_app");
                }
            }
            window.check();
            assertThat(window.text()).contains(t(lang, "web.fault.503.what"));
            window.press(t(lang, "web.fault.again"));
            assertThat(window.path()).isEqualTo("/tell/them");
            window.go("/tell/words");
            assertThat(window.field("words").inputValue()).isEqualTo("typed while it was gone 😀");
        }
    }

    /// Starts telling. @return the code
    private static String begin(Window window) {
        window.go("/");
        window.follow(window.page().locator("form[action='/tell'] button"));
        return window.page().locator("#code-shown").innerText();
    }

    private String t(Lang lang, String key) {
        return languages.in(lang).t(key);
    }

    private Window open(Look look) {
        return Window.open("http://127.0.0.1:" + port, look);
    }
}
