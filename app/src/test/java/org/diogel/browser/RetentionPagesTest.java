package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.diogel.WebTest;
import org.diogel.demo.DemoPartnership;
import org.diogel.kernel.Lang;
import org.diogel.web.Languages;
import org.diogel.web.Texts;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The officer looks at what is due and switches a rule on and off; puts something on hold, looks at it
/// again and ends it.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetentionPagesTest {

    @LocalServerPort int port;
    @Autowired DemoPartnership demo;
    @Autowired Clock clock;
    @Autowired Languages languages;

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void anOfficerLooksAndSwitchesOn(String tag) {
        Lang lang = Lang.ofTag(tag).orElseThrow();
        Texts texts = languages.in(lang);
        demo.load();
        try (Window window = open(lang)) {
            Cast.signIn(window, "dilys", clock);
            window.go("/retention").check();
            Screens.shot(window, "retention-" + tag);
            assertThat(row(window)).contains(texts.t("retention.few"), texts.t("retention.off"));
            window.follow(button(window));
            window.check();
            assertThat(row(window)).contains(texts.t("retention.switch.off"));
            window.follow(button(window));
            assertThat(row(window)).contains(texts.t("retention.switch.on"));
        }
        try (Window window = open(lang)) {
            Cast.signIn(window, "alun", clock);
            window.go("/retention").check();
            assertThat(window.page().locator("input[name='rule']").count()).as("administrators look only").isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void aLeadHoldsLooksAgainAndEndsIt(String tag) {
        Lang lang = Lang.ofTag(tag).orElseThrow();
        Texts texts = languages.in(lang);
        demo.load();
        try (Window window = open(lang)) {
            Cast.signIn(window, "sioned", clock);
            window.go("/holds").check();
            Screens.shot(window, "holds-" + tag);
            window.fill("reference", "0000-0000").fill("authority", "A made-up court").press(texts.t("retention.holds.button"));
            window.check();
            assertThat(window.text()).contains(texts.t("retention.mend.why"), texts.t("retention.mend.review"));
            assertThat(window.field("authority").inputValue()).isEqualTo("A made-up court");
            put(window, texts, "0000-0000");
            assertThat(window.text()).contains(texts.t("retention.mend.reference"));

            String reference = window.page().locator("li a[href^='/holds/']").first().innerText();
            put(window, texts, reference.toLowerCase(Locale.ROOT).replace('-', ' '));
            window.check();
            assertThat(window.path()).startsWith("/holds/");
            assertThat(window.text()).contains(reference, texts.t("retention.why.court"), "A made-up court");
            Screens.shot(window, "hold-" + tag);
            day(window, LocalDate.now(clock).plusDays(60));
            window.press(texts.t("retention.review.button"));
            assertThat(window.text()).contains(texts.date(LocalDate.now(clock).plusDays(60)));
            window.press(texts.t("retention.end.button"));
            assertThat(window.text()).contains(texts.t("retention.mend.ending", "most", 500));
            window.fill("ending", "The case is over").press(texts.t("retention.end.button"));
            window.check();
            assertThat(window.text()).contains(texts.t("retention.hold.over"));
        }
    }

    private void put(Window window, Texts texts, String reference) {
        window.fill("reference", reference)
                .tick("why", "court")
                .fill("authority", "A made-up court")
                .fill("reason", "A made-up case");
        day(window, LocalDate.now(clock).plusDays(30));
        window.press(texts.t("retention.holds.button"));
    }

    private static void day(Window window, LocalDate day) {
        Map.of("day", day.getDayOfMonth(), "month", day.getMonthValue(), "year", day.getYear())
                .forEach((part, number) -> window.fill("review-" + part, Integer.toString(number)));
    }

    private static String row(Window window) {
        return window.page()
                .locator("tr:has(input[value='protocol-ended'])")
                .innerText();
    }

    private static Locator button(Window window) {
        return window.page().locator("tr:has(input[value='protocol-ended']) button");
    }

    /// One of them without JavaScript on a narrow screen.
    private Window open(Lang lang) {
        Look look = Look.in(lang);
        return Window.open(
                "http://127.0.0.1:" + port,
                lang.equals(Lang.CY) ? look.narrow().withoutScripts() : look);
    }
}
