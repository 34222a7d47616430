package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.diogel.WebTest;
import org.diogel.kernel.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The frame that every page stands in, seen on the simplest page there is.
@WebTest
class FramePagesTest {
    @LocalServerPort int port;

    @ParameterizedTest
    @MethodSource("org.diogel.kernel.Lang#whole")
    void anAddressWithNothingBehindItIsAPageLikeAnother(Lang lang) {
        try (Window window = open(Look.in(lang))) {
            window.go("/nothing-here").check();
        }
        try (Window window = open(Look.in(lang).dark())) {
            window.go("/nothing-here").check();
        }
    }

    @ParameterizedTest
    @MethodSource("org.diogel.kernel.Lang#whole")
    void thePageForWhenNothingCanBeToldSaysWhatToDoInstead(Lang lang) {
        for (Look look : new Look[] {Look.in(lang).narrow(), Look.in(lang).dark()}) {
            try (Window window = open(look)) {
                window.go("/not-open").check();
                assertThat(window.page().locator("main").innerText()).contains("999", "111", "101");
            }
        }
    }

    @Test
    void itReadsOnAPhoneInTheDark() {
        try (Window window = open(Look.in(Lang.CY).phone().dark())) {
            window.go("/").check();
            Screens.shot(window, "start-phone-dark-cy", 1100);
        }
    }

    @Test
    void paperHasTheWordsAndSaysDemonstrationAndNoButtonsToPress() {
        try (Window window = open(Look.in(Lang.EN))) {
            window.go("/");
            window.follow(window.page().locator("form[action='/tell'] button"));
            window.onPaper(
                    () -> {
                        assertThat(window.page().locator("#code-shown").isVisible()).isTrue();
                        assertThat(window.page().locator(".diogel-demonstration").first().isVisible())
                                .isTrue();
                        assertThat(window.page().locator(".diogel-exit").isVisible()).isFalse();
                        assertThat(window.page().locator(".diogel-language").isVisible()).isFalse();
                        Screens.shot(window, "code-paper-en");
                    });
        }
    }

    @Test
    void theKeyboardReachesTheSkipLinkThenTheExit() {
        try (Window window = open(Look.in(Lang.EN))) {
            window.go("/nothing-here");
            assertThat(window.tab()).isEqualTo("Skip to main content");
            assertThat(window.tab()).isEqualTo("Who you can be here");
            assertThat(window.tab()).endsWith("Leave this page");
            window.page().keyboard().press("Shift+Tab");
            window.page().keyboard().press("Shift+Tab");
            window.page().keyboard().press("Enter");
            assertThat(window.tab()).isEqualTo("Go to the first page");
        }
    }

    private Window open(Look look) {
        return Window.open("http://127.0.0.1:" + port, look);
    }
}
