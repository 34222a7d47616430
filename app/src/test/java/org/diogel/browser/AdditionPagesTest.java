package org.diogel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
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

/// What she adds after something was passed on: she is asked who gets it too, and the officer reads it;
/// in the browser, in both languages.
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdditionPagesTest {

    private static final String POLICE = "police-south-wales";
    private static final String SECOND = "tri gair dychmygol";

    @LocalServerPort int port;
    @Autowired DemoPartnership demo;
    @Autowired Clock clock;
    @Autowired Languages languages;

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void whatSheAddsReachesTheOfficerOnceSheSaysSo(String tag) {
        Lang lang = Lang.ofTag(tag).orElseThrow();
        demo.load();
        Texts texts = languages.in(lang);
        String police = texts.t("report.recipient." + POLICE);
        String later = lang.equals(Lang.CY) ? "Roedd y fan yn wyrdd." : "The van was green.";
        try (Window her = open(lang);
                Window desk = open(lang);
                Window officer = open(lang)) {
            String reference = tell(her);
            Cast.signIn(desk, "ffion", clock);
            pass(desk.go("/queue").press(reference), texts.t("liaison.pass.do", "who", police));
            Cast.signIn(officer, "heledd", clock);
            officer.go("/inbox");
            officer.follow(officer.page().locator("tbody a").first()).check();
            String item = officer.path();
            officer.tick("purpose", "investigate");
            officer.press(texts.t("liaison.open.do")).check();
            assertThat(officer.text()).doesNotContain(later);

            her.go("/receipt/add").check();
            her.fill("more", later).submit();
            assertThat(her.path()).isEqualTo("/receipt/also");
            her.check();
            assertThat(her.text()).contains(texts.t("report.also.what")).doesNotContain(police);
            her.fill("second", SECOND).submit();
            her.check();
            assertThat(her.text())
                    .contains(later, police)
                    .contains(texts.t("report.recipient.crimestoppers"));
            assertThat(her.page().locator("main input[type=checkbox]").count()).isOne();
            assertThat(her.page().locator("main :checked").count()).as("nothing is chosen").isZero();
            Screens.shot(her, "also-" + tag);
            her.page().locator("input[name=also][value^=" + POLICE + "]").check();
            her.submit();
            her.check();
            assertThat(her.text()).contains(texts.t("report.also.agreed", "who", police));

            pass(desk.go("/queue").press(reference), texts.t("liaison.pass.do", "who", police));

            her.go("/receipt/told").check();
            assertThat(her.text())
                    .contains(texts.t("report.went.passed", "who", police))
                    .contains(texts.t("report.went.added", "who", police));

            officer.go("/inbox").check();
            assertThat(officer.text()).contains(texts.t("liaison.added.tag"));
            officer.go(item).check();
            assertThat(officer.text()).contains(texts.t("liaison.added.unread")).doesNotContain(later);
            officer.tick("purpose", "investigate");
            officer.press(texts.t("liaison.open.do")).check();
            assertThat(officer.text()).contains(later);
            Screens.shot(officer, "added-" + tag);
        }
    }

    private static void pass(Window desk, String button) {
        desk.go(desk.path() + "/passing").check();
        desk.press(button).check();
    }

    /// @return the reference of her report
    private static String tell(Window her) {
        her.go("/").follow(her.page().locator("form[action='/tell'] button").first());
        her.go("/tell/who").tick("who.for", "myself").tick("who.adult", "yes").submit();
        her.go("/tell/sharing").tick("sharing", POLICE).tick("sharing", "crimestoppers").submit();
        her.go("/tell/what").tick("what.kinds", "threats").tick("what.severity", "DANGEROUS").submit();
        her.go("/tell/where").tick("where.region", "SOUTH_WALES").submit();
        her.go("/tell/check").tick("child", "no").tick("life", "no").fill("second", SECOND);
        her.submit();
        return Walk.reference(her.text());
    }

    /// One of them without JavaScript on a narrow screen.
    private Window open(Lang lang) {
        Look look = Look.in(lang);
        return Window.open(
                "http://127.0.0.1:" + port,
                lang.equals(Lang.CY) ? look.narrow().withoutScripts() : look);
    }
}
