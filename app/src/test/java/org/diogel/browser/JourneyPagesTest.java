package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.diogel.WebTest;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Telling, checking, sending and the receipt as somebody sees them: both languages, wide and at 320
/// pixels, dark, with and without scripts, on paper.
@WebTest
class JourneyPagesTest {
    private static final List<String> STEPS =
            List.of(
                    "now", "who", "sharing", "what", "when", "where", "words", "them", "looks",
                    "reach", "vehicle", "kept", "support", "contact", "about");

    @LocalServerPort int port;
    @Autowired Access access;

    @BeforeEach
    void aDesk() {
        Acting.run(
                new Actor.Task("set-up"),
                "set-up",
                () -> {
                    if (!access.hasDesk()) {
                        AgencyId id = AgencyId.of("00000000-0000-4000-8000-0000000000b1");
                        access.addAgency(new Agency(id, "Made-up Project", "project"));
                        access.setDesk(null, id);
                    }
                });
    }

    static Stream<Look> looks() {
        return Stream.of(
                Look.in(Lang.EN),
                Look.in(Lang.CY).narrow().dark(),
                Look.in(Lang.CY).withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theWholeJourney(Look look) {
        try (Window window = Window.open("http://127.0.0.1:" + port, look)) {
            window.go("/").check();
            shot(window, "start");
            press(window, "form[action='/tell'] button").check();
            String code = window.page().locator("#code-shown").innerText();
            shot(window, "code");
            for (String step : STEPS) {
                window.go("/tell/" + step).check();
                answer(window, step);
                shot(window, "tell-" + step);
                submit(window);
            }
            window.check();
            assertThat(window.path()).isEqualTo("/tell/check");
            shot(window, "check");
            window.fill("second", "short");
            submit(window).check();
            assertThat(window.page().locator(".govuk-error-summary").count()).isOne();
            window.fill("second", "tri gair dychmygol").tick("child", "no").tick("life", "no");
            submit(window).check();
            assertThat(window.path()).isEqualTo("/receipt");
            assertThat(window.page().locator("#code-shown").innerText()).isEqualTo(code);
            window.onPaper(
                    () -> {
                        assertThat(window.page().locator("#code-shown").isVisible()).isTrue();
                        shot(window, "receipt-printed");
                    });
            shot(window, "receipt");
            afterwards(window, code);
        }
    }

    private void afterwards(Window window, String code) {
        press(window, "form[action='/receipt/close'] button").check();
        window.go("/code").check();
        window.fill("code", code.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
        submit(window).check();
        assertThat(window.page().locator("#code-shown").count()).isZero();
        for (String path : List.of("/receipt/add", "/receipt/stop", "/receipt/second")) {
            window.go(path).check();
        }
        window.fill("second", "tri gair dychmygol");
        submit(window).check();
        shot(window, "told");
        for (String path : List.of("/receipt/choices", "/receipt/delete")) {
            window.go(path).check();
        }
        shot(window, "delete");
        press(window, "form[action='/receipt/delete'] button").check();
        shot(window, "receipt-erasing");
        press(window, "form[action='/receipt/keep'] button").check();
    }

    private static void answer(Window window, String step) {
        switch (step) {
            case "now" -> window.tick("now.danger", "no");
            case "who" -> window.tick("who.for", "myself").tick("who.adult", "yes");
            case "sharing" -> window.tick("sharing", "members");
            case "what" ->
                    window.tick("what.kinds", "robbery")
                            .tick("what.kinds", "threats")
                            .tick("what.severity", "DANGEROUS");
            case "when" ->
                    window.tick("when.sure", "about")
                            .fill("when.date-month", "3")
                            .fill("when.date-year", "2026");
            case "where" -> window.tick("where.region", "SOUTH_WALES");
            case "words" ->
                    window.fill("words", "Three men I met through a website drove off with my bag.");
            case "them" ->
                    window.tick("them.relation", "website").tick("them.count", "one");
            case "looks" ->
                    window.tick("them.height", "tall")
                            .fill("them.description", "Tall, teal coat.");
            case "reach" -> window.fill("them.phone", "07700 900123");
            case "vehicle" -> window.fill("them.vehicle", "QI00 DIO").tick("car.kind", "van");
            default -> {}
        }
    }

    private static Window submit(Window window) {
        return press(window, "form#form button:not([name=lang]):not([type=button])");
    }

    private static Window press(Window window, String selector) {
        return window.follow(window.page().locator("main " + selector).first());
    }

    private static void shot(Window window, String name) {
        Look look = window.look();
        if (look.scripts() && look.width() > Look.NARROWEST) {
            Screens.shot(window, look.equals(Look.in(Lang.EN)) ? name : name + "-phone", 2200);
        }
    }
}
