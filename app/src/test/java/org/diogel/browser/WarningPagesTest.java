package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.diogel.WebTest;
import org.diogel.demo.DemoPartnership;
import org.diogel.kernel.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// From a report to a warning that members read, in the browser.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WarningPagesTest {

    private static final String WRITER = "ffion";
    private static final String SECOND = "dewi";
    private static final String MEMBER = "mali";

    @LocalServerPort int port;
    @Autowired DemoPartnership demo;
    @Autowired Clock clock;

    @Test
    void aReportBecomesAWarning() throws Exception {
        demo.load();
        try (Window window = open(Look.in(Lang.EN));
                Window second = open(Look.in(Lang.CY));
                Window member = open(Look.in(Lang.EN))) {
            Cast.signIn(window, WRITER, clock);
            String path = begin(window);
            window.check();

            // What could point to her is asked about; nothing typed is lost.
            window.fill("manner.en", "He came to the hotel at 23:40");
            window.fill("manner.cy", "Daeth i’r gwesty am 23:40");
            window.press("Put before a second person").check();
            assertThat(window.field("manner.en").inputValue()).contains("23:40");
            assertThat(window.text()).contains("A place:").contains("An exact time:");

            fillIn(window);
            window.press("Put before a second person").check();
            assertThat(window.text()).contains("somebody else publishes it");

            Cast.signIn(second, SECOND, clock);
            second.go(path).check();
            second.press("Cyhoeddi").check();
            assertThat(second.text()).contains("Mewn grym");

            Cast.signIn(member, MEMBER, clock);
            assertThat(member.path()).as(member.text()).isEqualTo("/messages");
            member.go("/messages").check();
            member.follow(member.page().locator("main td a").first()).check();
            assertThat(member.text()).contains("Since");
            member.go("/outbox").check();
            second.go("/warnings").check();
        }
    }

    private static void fillIn(Window window) {
        for (String lang : new String[] {"en", "cy"}) {
            if (window.field("description." + lang).count() > 0) {
                window.fill("description." + lang, lang.equals("en") ? "Tall, teal coat" : "Tal, côt las");
            }
            window.fill("car." + lang, lang.equals("en") ? "Small blue car" : "Car bach glas");
            window.fill("manner." + lang, lang.equals("en") ? "Offers a lift" : "Yn cynnig lifft");
        }
        if (window.field("phone").count() > 0) {
            window.fill("phone", "…0123");
        }
        window.tick("regions", "SOUTH_WALES");
        window.tick("kinds", "threats");
    }

    /// Begins a warning from the first report that has none being written.
    private static String begin(Window window) {
        window.go("/queue");
        for (String link : window.links()) {
            if (link.matches("/queue/[0-9a-f-]{36}")) {
                window.go(link);
                var start = window.page().locator("form[action$='/warning'] button");
                if (start.count() > 0) {
                    window.follow(start);
                    if (window.field("manner.en").count() > 0) {
                        return window.path();
                    }
                }
            }
        }
        throw new AssertionError("no report from which a warning may be made");
    }

    private Window open(Look look) {
        return Window.open("http://127.0.0.1:" + port, look);
    }
}
