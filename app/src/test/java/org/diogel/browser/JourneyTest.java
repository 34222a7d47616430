package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.diogel.WebTest;
import org.diogel.demo.DemoPartnership;
import org.diogel.kernel.Lang;
import org.diogel.messages.Jobs;
import org.diogel.web.Languages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The first whole journey, as the README walks it: a report becomes a warning, members read it, and
/// the person who told takes it back.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTest {
    private static final int PAGES = 35;

    @LocalServerPort int port;
    @Autowired DemoPartnership demo;
    @Autowired Jobs jobs;
    @Autowired Languages languages;
    @Autowired Clock clock;

    @BeforeAll
    void fill() {
        jobs.stop();
        demo.load();
        jobs.start();
    }

    @Test
    void aReportBecomesAWarningAndIsTakenBackInEnglish() {
        whole(Look.in(Lang.EN), "ffion", "dewi", "mali");
    }

    @Test
    void aReportBecomesAWarningAndIsTakenBackInWelsh() {
        whole(Look.in(Lang.CY), "dewi", "ffion", "rhian");
    }

    @Test
    void aReportBecomesAWarningAndIsTakenBackWithoutScripts() {
        whole(Look.in(Lang.EN).narrow().withoutScripts(), "ffion", "dewi", "tomos");
    }

    /// She reads and writes another language than those who answer her.
    @ParameterizedTest
    @MethodSource("packs")
    void aReportBecomesAWarningAndIsTakenBackInAPack(Lang lang) {
        whole(Look.in(lang), "ffion", "dewi", "mali");
    }

    static List<Lang> packs() {
        return Lang.all().stream()
                .filter(lang -> lang.tag().equals("ro") || lang.isRightToLeft())
                .toList();
    }

    private void whole(Look look, String first, String second, String member) {
        AtomicInteger pages = new AtomicInteger();
        Walk walk =
                new Walk(
                        "http://127.0.0.1:" + port,
                        look,
                        languages.in(look.lang()),
                        languages.in(look.staff().lang()),
                        clock,
                        pages::incrementAndGet);
        try (Window teller = walk.open();
                Window moderator = walk.openForStaff();
                Window other = walk.openForStaff();
                Window reader = walk.openForStaff();
                Window later = walk.open()) {
            walk.tell(teller)
                    .warn(moderator, first)
                    .publish(other, second)
                    .read(reader, member)
                    .lookAtOutbox(reader)
                    .stop(later)
                    .lookBack(later)
                    .seeItGone(reader);
        }
        assertThat(pages.get()).isGreaterThanOrEqualTo(PAGES);
    }
}
