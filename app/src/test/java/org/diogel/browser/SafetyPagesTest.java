package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
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

/// The lead passes something on in the browser, in both languages; nothing is chosen for her.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SafetyPagesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @LocalServerPort int port;
    @Autowired DemoPartnership demo;
    @Autowired Clock clock;
    @Autowired Languages languages;

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void theLeadPassesItOnAndSeesWhatIsDue(String tag) throws Exception {
        Lang lang = Lang.ofTag(tag).orElseThrow();
        demo.load();
        Texts texts = languages.in(lang);
        boolean welsh = lang.equals(Lang.CY);
        String reason = welsh ? "Dywedodd ei bod yn dal yn yr ysgol." : "She said that she is still at school.";
        String why = welsh ? "Mae’n darllen ei ffôn hi." : "He reads her telephone.";
        String account = welsh ? "Mae dyn yn ei dilyn adref." : "A man follows her home.";
        String taker = welsh ? "Swyddog dychmygol ar ddyletswydd" : "A made-up duty officer";
        try (Window lead = open(lang)) {
            Cast.signIn(lead, "sioned", clock);
            lead.go("/duties").check();
            Screens.walk(lead, "duties");
            lead.follow(lead.page().locator("main a[href^='/duties/']").first()).check();
            String report = lead.page().locator("main a[href^='/queue/']").first().getAttribute("href");
            lead.go(report).check();
            lead.follow(lead.page().locator("a[href$='/duty']").first()).check();
            lead.press(texts.t("safeguarding.begin.do")).check();
            assertThat(lead.page().locator("main :checked:not(option)").count()).as("nothing is chosen").isZero();
            lead.press(texts.t("safeguarding.check")).check();
            assertThat(lead.text()).contains(texts.t("safeguarding.error.route"));
            assertThat(lead.page().locator("main :checked:not(option)").count()).as("nor after an error").isZero();

            lead.tick("test", "adult").tick("limb.harm", "yes").tick("limb.needs", "no");
            lead.press(texts.t("safeguarding.check")).check();
            assertThat(lead.text()).contains(texts.t("safeguarding.notmet"));

            LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), LONDON).minusMinutes(2);
            lead.tick("test", "child").tick("route", "council-children");
            lead.page().locator("#council").selectOption("cardiff");
            lead.tick("ground", "public-interest").tick("telling", "not").tick("why", "unsafe");
            day(lead, "tell", now.toLocalDate().plusDays(9));
            day(lead, "at", now.toLocalDate());
            lead.tick("field", "what.kinds").tick("how", "telephone");
            lead.fill("time", String.format(Locale.ROOT, "%02d:%02d", now.getHour(), now.getMinute()))
                    .fill("reason", reason)
                    .fill("why.more", why)
                    .fill("account", account)
                    .fill("taker", taker);
            lead.press(texts.t("safeguarding.check")).check();
            assertThat(lead.text()).contains(account).doesNotContain(reason);
            Screens.walk(lead, "duty");
            lead.press(texts.t("safeguarding.sure.do")).check();
            assertThat(lead.path()).startsWith("/duties/");
            assertThat(lead.text()).contains(texts.t("safeguarding.told.no"))
                    .doesNotContain(reason, why, account, taker);
            String one = lead.path();
            lead.press(texts.t("safeguarding.one.open")).check();
            assertThat(lead.text()).contains(account, taker);
            lead.go(one).check();
            lead.press(texts.t("safeguarding.one.do")).check();
            lead.page().locator("#what").selectOption("acknowledged");
            day(lead, "day", now.toLocalDate());
            lead.press(texts.t("safeguarding.one.do")).check();
            assertThat(lead.text()).contains(texts.t("safeguarding.what.acknowledged"));
        }
    }

    private static void day(Window window, String name, LocalDate day) {
        window.fill(name + "-day", Integer.toString(day.getDayOfMonth()))
                .fill(name + "-month", Integer.toString(day.getMonthValue()))
                .fill(name + "-year", Integer.toString(day.getYear()));
    }

    /// One of them without JavaScript on a narrow screen.
    private Window open(Lang lang) {
        Look look = Look.in(lang);
        return Window.open(
                "http://127.0.0.1:" + port,
                lang.equals(Lang.CY) ? look.narrow().withoutScripts() : look);
    }
}
