package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.diogel.WebTest;
import org.diogel.demo.DemoPartnership;
import org.diogel.kernel.Lang;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// "Leave this page" ends everything on the device and puts a harmless page in its place; going back
/// shows nothing of what was there.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeaveTest {
    private static final String TYPED = "It was the man with the teal coat";

    @LocalServerPort int port;
    @Autowired DemoPartnership demo;
    @Autowired Clock clock;

    @BeforeAll
    void fill() {
        demo.load();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLinkLeadsAwayAndBackShowsNothing(boolean scripts) {
        Look look = Look.in(Lang.EN).narrow();
        try (Window window = open(scripts ? look : look.withoutScripts())) {
            telling(window);
            window.page().locator(".diogel-exit a").first().click();
            window.page().waitForURL(url -> url.startsWith("http://" + Elsewhere.HOST));
            gone(window);
        }
    }

    @Test
    void pressingShiftThreeTimesLeavesToo() {
        try (Window window = open(Look.in(Lang.CY))) {
            telling(window);
            for (int i = 0; i < 3; i++) {
                window.page().keyboard().press("Shift");
            }
            window.page().waitForURL(url -> url.startsWith("http://" + Elsewhere.HOST));
            gone(window);
        }
    }

    @Test
    void itEndsTheSessionOfSomebodySignedInToo() {
        try (Window window = open(Look.in(Lang.EN))) {
            Cast.signIn(window, "mali", clock);
            window.go("/leave");
            assertThat(window.page().title()).isEqualTo(Elsewhere.TITLE);
            assertThat(window.context().cookies()).isEmpty();
            window.go("/messages");
            assertThat(window.path()).isEqualTo("/sign-in");
        }
    }

    private static void telling(Window window) {
        window.go("/");
        window.follow(window.page().locator("form[action='/tell'] button"));
        window.go("/tell/words").fill("words", TYPED).submit();
        window.go("/tell/words");
        assertThat(window.field("words").inputValue()).isEqualTo(TYPED);
        assertThat(window.context().cookies()).isNotEmpty();
    }

    private static void gone(Window window) {
        assertThat(window.page().title()).isEqualTo(Elsewhere.TITLE);
        assertThat(window.context().cookies()).isEmpty();
        window.page().goBack();
        assertThat(window.page().content()).doesNotContain("teal coat");
        window.go("/tell/words");
        assertThat(window.page().content()).doesNotContain("teal coat");
    }

    private Window open(Look look) {
        return Window.open("http://127.0.0.1:" + port, look);
    }
}
