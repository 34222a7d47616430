package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diogel.WebTest;
import org.diogel.account.TestPeople;
import org.diogel.account.TestPeople.Somebody;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Role;
import org.diogel.report.ReportId;
import org.diogel.report.TestReports;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The desk's pages as a moderator and a safeguarding lead see them.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueuePagesTest {
    @LocalServerPort int port;
    @Autowired ApplicationContext app;

    private TestPeople people;
    private TestReports reports;
    private ReportId open;
    private ReportId waiting;

    @BeforeAll
    void aDesk() {
        people = new TestPeople(app);
        reports = new TestReports(app);
        open = reports.sent("DANGEROUS", "members");
        reports.sent("NUISANCE");
        waiting = reports.waiting();
    }

    @ParameterizedTest
    @MethodSource("org.diogel.kernel.Lang#whole")
    void everyPageOfAModeratorReadsWellInEveryWindowAndOnPaper(Lang lang) {
        try (Window window = signedIn(Look.in(lang), Role.MODERATOR)) {
            window.go("/queue").check();
            Screens.shot(window, "queue-" + lang.tag());
            for (String path :
                    List.of(
                            "/queue?show=held",
                            "/queue/" + open,
                            "/queue/" + waiting,
                            "/queue/" + open + "/original",
                            "/queue/" + open + "/message",
                            "/queue/" + open + "/pass")) {
                window.go(path).check();
            }
            window.go("/queue/" + open);
            Screens.shot(window, "queue-item-" + lang.tag());
            window.go("/queue/" + open + "/original")
                    .tick("purpose", "offer-support")
                    .follow(window.page().locator("main form button").first())
                    .check();
            assertThat(window.text()).contains(TestReports.WORDS);
            Screens.shot(window, "queue-original-" + lang.tag());
            window.onPaper(() ->
                    assertThat(window.page().locator("main form").first().isVisible())
                            .as("buttons on paper")
                            .isFalse());
            window.go("/queue/" + open + "/close").check();
        }
    }

    @ParameterizedTest
    @MethodSource("org.diogel.kernel.Lang#whole")
    void theLeadSeesTheAlarmAndDecidesWithScriptsOff(Lang lang) {
        try (Window window = signedIn(Look.in(lang), Role.SAFEGUARDING_LEAD)) {
            window.go("/queue").check();
            assertThat(window.page().locator(".diogel-strip--urgent a").count()).isPositive();
            window.go("/queue/" + waiting + "/screening").check();
            Screens.shot(window, "screening-" + lang.tag());
            window.go("/queue/" + open + "/screening").check();
        }
        ReportId another = reports.waiting();
        try (Window window = signedIn(Look.in(lang).withoutScripts(), Role.SAFEGUARDING_LEAD)) {
            window.go("/queue/" + another + "/screening")
                    .tick("ground", "life")
                    .fill("reason", "Made up for this test.")
                    .follow(window.page().locator("main form button").first())
                    .check();
            assertThat(window.path()).isEqualTo("/queue/" + another);
        }
    }

    @Test
    void jAndKGoThroughTheRowsAndEnterOpens() {
        try (Window window = signedIn(Look.in(Lang.EN), Role.MODERATOR)) {
            window.go("/queue");
            String first = window.page().locator("tbody a").first().innerText();
            String second = window.page().locator("tbody a").nth(1).innerText();
            window.page().keyboard().press("j");
            assertThat(focused(window)).isEqualTo(first);
            window.page().keyboard().press("j");
            assertThat(focused(window)).isEqualTo(second);
            window.page().keyboard().press("k");
            assertThat(focused(window)).isEqualTo(first);
            window.follow(window.page().locator(":focus"));
            assertThat(window.text()).contains(first);
        }
    }

    @Test
    void aRowOfTheQueueIsFortyPixelsHigh() {
        try (Window window = signedIn(Look.in(Lang.EN), Role.MODERATOR)) {
            window.go("/queue?show=closed").go("/queue?show=unread");
            double height = window.page().locator("tbody tr").first().boundingBox().height;
            assertThat(height).isBetween(38.0, 44.0);
        }
    }

    private static String focused(Window window) {
        return window.page().locator(":focus").innerText();
    }

    private Window signedIn(Look look, Role role) {
        Somebody who = people.somebody(reports.desk(), role);
        Window window = Window.open("http://127.0.0.1:" + port, look);
        window.go("/sign-in")
                .fill("email", who.email())
                .fill("password", TestPeople.PASSWORD)
                .follow(window.page().locator("#form button[type=submit]:not([name=lang])").first())
                .fill("code", who.code(0))
                .follow(
                        window.page()
                                .locator("#form button[type=submit]:not([name=lang])")
                                .first());
        assertThat(window.path()).isEqualTo("/queue");
        return window;
    }
}
