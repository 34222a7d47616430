package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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

/// From her choice to the officer's inbox and back, in the browser, in both languages.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GivingPagesTest {

    private static final String DESK = "dewi";
    private static final String OFFICER = "heledd";

    @LocalServerPort int port;
    @Autowired DemoPartnership demo;
    @Autowired Clock clock;
    @Autowired Languages languages;

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void whatSheChoseReachesTheOfficerAndComesBack(String tag) throws Exception {
        Lang lang = Lang.ofTag(tag).orElseThrow();
        demo.load();
        Texts texts = languages.in(lang);
        try (Window her = open(lang);
                Window desk = open(lang);
                Window officer = open(lang)) {
            String words = lang.equals(Lang.CY) ? "Doedd o ddim am agor y drws." : "He would not open the door.";
            String code = tell(her, words);
            Cast.signIn(desk, DESK, clock);
            desk.go("/passing").check();
            assertThat(desk.text()).contains(texts.t("liaison.passing.waiting"));
            desk.follow(desk.page().locator("tbody a[href$='/passing']").filter(
                            new com.microsoft.playwright.Locator.FilterOptions()
                                    .setHasText(texts.t("report.recipient.police-south-wales")))
                    .last());
            desk.check();
            Screens.shot(desk, "passing-" + lang.tag());
            desk.press(texts.t(
                    "liaison.pass.do", "who", texts.t("report.recipient.police-south-wales")));
            desk.check();
            assertThat(desk.text()).contains(texts.t("liaison.said.passed"));

            Cast.signIn(officer, OFFICER, clock);
            officer.go("/inbox").check();
            Screens.shot(officer, "inbox-" + lang.tag());
            officer.follow(officer.page().locator("tbody a").first()).check();
            officer.press(texts.t("liaison.open.do")).check();
            assertThat(officer.text()).contains(texts.t("liaison.error.purpose"));
            String item = officer.path();
            officer.tick("purpose", "investigate");
            officer.press(texts.t("liaison.open.do")).check();
            assertThat(officer.text()).contains(words);
            Screens.shot(officer, "given-" + lang.tag());
            assertThat(taken(officer, texts.t("liaison.take.pdf"))).contains(words);
            officer.press(texts.t("liaison.take.draft")).check();
            officer.go(item).check();
            officer.press(texts.t("liaison.came.do")).check();
            assertThat(officer.text()).contains(texts.t("liaison.error.what"));
            LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Europe/London"));
            officer.page().locator("#what").selectOption("arrest");
            officer.fill("day-day", Integer.toString(today.getDayOfMonth()))
                    .fill("day-month", Integer.toString(today.getMonthValue()))
                    .fill("day-year", Integer.toString(today.getYear()));
            officer.press(texts.t("liaison.came.do")).check();
            assertThat(officer.text()).contains(texts.t("liaison.outcome.arrest"));

            her.go("/code").fill("code", code.toLowerCase(Locale.ROOT)).submit();
            her.check();
            assertThat(her.text())
                    .contains(texts.t("liaison.status.opened"))
                    .contains(texts.t("liaison.status.outcome.arrest"))
                    .doesNotContain(words);
            Screens.shot(her, "came-" + lang.tag());
            her.go("/receipt/treated").check();
            Screens.shot(her, "treated-" + lang.tag());
            her.tick("told", "yes").tick("again", "unsure");
            her.submit();
            her.check();
            assertThat(her.text()).contains(texts.t("liaison.treated.thanks"));
            desk.go("/quarters").check();
            Screens.shot(desk, "quarters-" + lang.tag());
            desk.go("/passing").check();
        }
    }

    private String taken(Window officer, String button) throws Exception {
        Path file =
                officer.page()
                        .waitForDownload(
                                () ->
                                        officer.page()
                                                .locator("button:text-is('" + button + "')")
                                                .click())
                        .path();
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /// @return her code
    private static String tell(Window her, String words) {
        her.go("/").follow(her.page().locator("form[action='/tell'] button").first());
        String code = her.page().locator("#code-shown").innerText();
        her.go("/tell/who").tick("who.for", "myself").tick("who.adult", "yes").submit();
        her.go("/tell/sharing").tick("sharing", "police-south-wales").submit();
        her.go("/tell/what").tick("what.kinds", "violence").tick("what.severity", "DANGEROUS").submit();
        her.go("/tell/where").tick("where.region", "SOUTH_WALES").submit();
        her.go("/tell/words").fill("words", words).submit();
        her.go("/tell/check").tick("child", "no").tick("life", "no");
        her.submit();
        assertThat(her.path()).as(her.text()).isEqualTo("/receipt");
        return code;
    }

    /// One of them without JavaScript on a narrow screen.
    private Window open(Lang lang) {
        Look look = Look.in(lang);
        return Window.open(
                "http://127.0.0.1:" + port,
                lang.equals(Lang.CY) ? look.narrow().withoutScripts() : look);
    }
}
