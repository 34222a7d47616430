package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.diogel.WebTest;
import org.diogel.demo.DemoPartnership;
import org.diogel.kernel.Lang;
import org.diogel.web.Languages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Language packs in a browser: every language is found and chosen without scripts in the narrowest
/// window, and a page that runs from the right is the mirror of one that does not. That every screen
/// is there in every pack is in `org.diogel.report.PacksJourneyTest`.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackPagesTest {
    @LocalServerPort int port;
    @Autowired DemoPartnership demo;
    @Autowired Languages languages;

    @BeforeAll
    void fill() {
        demo.load();
    }

    static List<Lang> packs() {
        return Lang.all().stream().filter(lang -> !lang.isWhole()).toList();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void theFirstPageReadsWellInEveryPack(Lang lang) {
        try (Window window = open(Look.in(lang))) {
            window.go("/").check();
            if (packs().size() > 1) {
                window.page().locator(".diogel-languages__more").click();
                window.check();
            }
            assertThat(window.page().locator(".diogel-demonstration").innerText())
                    .contains(languages.in(lang).t("web.language.draft.more"));
        }
    }

    @Test
    void everyLanguageIsChosenWithoutScriptsAndNothingTypedIsLost() {
        try (Window window = open(Look.in(Lang.EN).narrow().withoutScripts())) {
            window.go("/").follow(window.page().locator("form[action='/tell'] button"));
            window.go("/tell/words").fill("words", "half a sentence");
            for (Lang lang : packs()) {
                window.page().locator(".diogel-languages__more").click();
                window.follow(window.page().locator("button[name=lang][value=" + lang.tag() + "]"));
                assertThat(window.page().locator("html").getAttribute("lang")).isEqualTo(lang.tag());
                assertThat(window.field("words").inputValue()).isEqualTo("half a sentence");
            }
        }
    }

    /// By what is measured, since no rule of the style sheet may say left or right there.
    @ParameterizedTest
    @MethodSource("packs")
    void aPageFromTheRightIsTheMirrorOfOneFromTheLeft(Lang lang) {
        if (!lang.isRightToLeft()) {
            return;
        }
        try (Window window = open(Look.in(lang))) {
            window.go("/").follow(window.page().locator("form[action='/tell'] button"));
            window.check();
            window.go("/tell/sharing").check();
            Screens.shot(window, "sharing-" + lang.tag());
            assertThat(centre(window.page().locator("h1"))).isGreaterThan(window.look().width() / 2.0);
            assertThat(centre(window.page().locator(".govuk-checkboxes__input").first()))
                    .isGreaterThan(window.look().width() / 2.0);
            Locator leave = window.page().locator(".diogel-exit .govuk-button");
            assertThat(centre(leave)).isLessThan(window.look().width() / 2.0);
            window.go("/tell/reach").fill("them.phone", "07700 900123").check();
            assertThat(window.submit().path()).isEqualTo("/tell/vehicle");
            window.go("/tell/when").fill("when.date-day", "99").submit().check();
            window.go("/tell/check").check();
            assertThat(window.text()).contains("\u2068+447700900123\u2069");
            assertThat(window.go("/").text()).contains("\u2066999\u2069");
        }
    }

    private static double centre(Locator element) {
        var box = element.boundingBox();
        return box.x + box.width / 2;
    }

    private Window open(Look look) {
        return Window.open("http://127.0.0.1:" + port, look);
    }
}
